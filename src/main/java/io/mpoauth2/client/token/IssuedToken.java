package io.mpoauth2.client.token;

import java.time.Duration;

/**
 * A token as a {@link TokenSource} hands it over, with what the cache must know to keep it.
 *
 * @param token the token
 * @param lifetime how long it lives, counted from before it was asked for
 * @param expiryMargin how long before its end it is no longer used
 * @param refreshMargin how long before its end it is renewed in the background
 */
public record IssuedToken(
    AccessToken token, Duration lifetime, Duration expiryMargin, Duration refreshMargin) {}
