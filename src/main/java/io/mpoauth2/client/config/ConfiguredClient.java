package io.mpoauth2.client.config;

import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.ClientLog;
import io.mpoauth2.client.token.TokenProvider;

/**
 * A client whose settings were found to be usable.
 *
 * @param provider its tokens
 * @param callSettings what decides whether and where they are sent
 * @param log where things are said about it
 */
public record ConfiguredClient(TokenProvider provider, CallSettings callSettings, ClientLog log) {}
