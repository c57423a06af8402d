/**
 * When do we have a token? The cache, its decisions about time, and the answers a caller can get.
 *
 * <p>Depends on {@code java.*} alone. All shared mutable state of the library is in {@link
 * io.mpoauth2.client.token.CachedTokenProvider} and its {@code SingleFlight}; all questions of time
 * are answered by {@link io.mpoauth2.client.token.RefreshPolicy}.
 */
@NullMarked
package io.mpoauth2.client.token;

import org.jspecify.annotations.NullMarked;
