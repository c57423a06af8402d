package io.mpoauth2.client.token.watch;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all events tell one listener.
 *
 * @param client the client's name in configuration
 * @param scope as an annotation has it; empty for the configured one
 * @param context what the listener wanted to have, null if nothing
 */
public record Told(String client, Set<String> scope, @Nullable Object context) {}
