/**
 * How do we ask for a token? By one request to a token endpoint (RFC 6749, section 3.2), for the
 * {@link io.mpoauth2.client.endpoint.Grant} that is set: client credentials or one asked for in the
 * same way ({@code NamedGrant}), or an assertion of ours ({@code JwtBearerGrant}). The way of a
 * request:
 *
 * <ol>
 *   <li>{@link io.mpoauth2.client.endpoint.TokenEndpoint} reads the {@link
 *       io.mpoauth2.client.endpoint.ClientSettings}, has each {@code Notice} in them told, and
 *       gives a {@code TokenRequest} of them, which the cache sends.
 *   <li>{@code TokenRequestSender} looks where to: where only an {@code Issuer} is set, {@code
 *       Discovery} reads its {@code ServerMetadata}. It makes form and headers, with the
 *       credentials of {@code authentication}, and has them sent by its {@code Transport}, which
 *       {@code transport} is.
 *   <li>{@code TokenAnswerReader} understands the answer ({@code AnswerJson}, {@code Lifetime},
 *       {@code RetryAfter}, a {@code ToldNumber} or {@code HttpDate} in them): a token, kept as the
 *       {@code LifetimeSettings} say, or one of the {@code TokenFailures}. {@code ClockDifference}
 *       looks at its date alone.
 * </ol>
 *
 * <p>A failure is put into words by {@code TokenFailures}. What was {@code Seen} of it makes it one
 * row of the table {@code Symptom}, each known by its {@code Sign} and with its {@code Remedy}
 * ({@code Remedies} has those of several). The server's own words are found by {@code ErrorWords}
 * and shown as an {@code Excerpt}, in which neither our secrets ({@code OwnSecrets}, in whatever
 * way they are {@code Spelled}, with {@code Escapes} and {@code HtmlNames}) nor what may be a token
 * ({@code OpaqueRuns}) stand.
 *
 * <p>Depends on {@code token}, its own subfolders and JSON-P. Not exported.
 */
@NullMarked
package io.mpoauth2.client.endpoint;

import org.jspecify.annotations.NullMarked;
