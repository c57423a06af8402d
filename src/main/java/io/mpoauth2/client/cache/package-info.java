/**
 * When do we have a token? {@link io.mpoauth2.client.cache.CachedTokenProvider} is the way in;
 * {@code Flights} has the one token request under way, {@code State} all that threads share, {@link
 * io.mpoauth2.client.cache.RefreshPolicy} the answers to all questions of time.
 *
 * <p>Depends on {@code token} alone. Not exported.
 */
@NullMarked
package io.mpoauth2.client.cache;

import org.jspecify.annotations.NullMarked;
