/**
 * What carries the request? The JDK's {@code HttpURLConnection}: time-outs, TLS, proxy, size. What
 * it does by itself, and what is seen to here, stands in {@code DECISIONS.md}.
 *
 * <p>{@link io.mpoauth2.client.endpoint.transport.UrlConnectionTransport} sends an {@code
 * HttpRequest} by the first proxy that lets it through; for each a {@code Call} connects, sends and
 * reads, the {@code Body} last, while a {@code Watch} looks at the {@code Deadline}. The request's
 * {@code Route} says by which proxy it goes ({@code ProxyChoice}), and whom the client trusts and
 * what it shows there ({@code Tls}, {@code OneClientCertificate}). {@code Handshakes} and {@code
 * ProxyLogin} are what connections need for that, {@code Kept} until it changes. There is an {@code
 * HttpAnswer}, or a {@code NoAnswerException}, for which {@code Diagnosis} makes something of what
 * the JDK threw.
 *
 * <p>Depends on the JDK, {@code keys} and {@code token}, and does not know what is asked for.
 */
@NullMarked
package io.mpoauth2.client.endpoint.transport;

import org.jspecify.annotations.NullMarked;
