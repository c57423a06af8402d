/**
 * What a user meets: tokens, who gives them, and the exceptions; {@link
 * io.mpoauth2.client.token.TokenSource}, the port for sources of one's own; and plain data that
 * packages share which do not know each other.
 *
 * <p>Depends on {@code java.*} alone.
 */
@NullMarked
package io.mpoauth2.client.token;

import org.jspecify.annotations.NullMarked;
