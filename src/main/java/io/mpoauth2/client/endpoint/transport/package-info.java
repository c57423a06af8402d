/**
 * What carries the request? The JDK's {@code HttpURLConnection}: time-outs, TLS, proxy, size. What
 * it does by itself, and what is seen to here, stands in {@code DECISIONS.md}.
 *
 * <p>Depends on the JDK and on {@code token}, and does not know what is asked for.
 */
@NullMarked
package io.mpoauth2.client.endpoint.transport;

import org.jspecify.annotations.NullMarked;
