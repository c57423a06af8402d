/**
 * What carries the request? The JDK's {@code HttpURLConnection}: time-outs, TLS, proxy, size. What
 * it does by itself, and what is seen to here, stands in {@code DECISIONS.md}.
 *
 * <p>{@link io.mpoauth2.client.endpoint.transport.UrlConnectionTransport} goes through the proxies;
 * for each a {@code Call} connects, sends and reads, the {@code Body} last, while a {@code Watch}
 * looks at the clock. By whom, and who is shown and trusted, is the request's {@code Route}; {@code
 * Handshakes} and {@code ProxyLogin} are made of it, and kept until it changes. What goes wrong is
 * told by a {@code Diagnosis}.
 *
 * <p>Depends on the JDK, {@code keys} and {@code token}, and does not know what is asked for.
 */
@NullMarked
package io.mpoauth2.client.endpoint.transport;

import org.jspecify.annotations.NullMarked;
