/**
 * How do we ask for a token? The client-credentials grant (RFC 6749, section 4.4) at a token
 * endpoint. The way of a request:
 *
 * <ol>
 *   <li>{@link io.mpoauth2.client.endpoint.TokenEndpoint} reads the {@link
 *       io.mpoauth2.client.endpoint.ClientSettings} and gives a {@code TokenRequest} of them.
 *   <li>{@code ClientCredentialsGrant} makes form and headers, with the credentials of {@code
 *       authentication}, and has them sent by {@code transport}.
 *   <li>{@code TokenAnswerReader} understands the answer ({@code AnswerJson}, {@code Lifetime},
 *       {@code RetryAfter}): a token, or one of the {@code TokenFailures}.
 * </ol>
 *
 * <p>A failure is put into words by {@code TokenFailures}. What was {@code Seen} of it makes it one
 * row of the table {@code Symptom}, which has the {@code Remedy}. The server's own words are found
 * by {@code ErrorWords} and shown as an {@code Excerpt}, in which neither our secrets ({@code
 * OwnSecrets}, in whatever way they are {@code Spelled}) nor what may be a token ({@code
 * OpaqueRuns}) stand.
 *
 * <p>Depends on {@code token}, its own subfolders and JSON-P.
 */
@NullMarked
package io.mpoauth2.client.endpoint;

import org.jspecify.annotations.NullMarked;
