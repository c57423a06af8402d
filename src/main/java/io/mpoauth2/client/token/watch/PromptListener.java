package io.mpoauth2.client.token.watch;

import io.mpoauth2.client.token.TokenListener;

/**
 * A listener of the library's own, known to be quick and safe for threads: told where it happens,
 * before callers go on, so that what they see next has it already.
 */
public interface PromptListener extends TokenListener {}
