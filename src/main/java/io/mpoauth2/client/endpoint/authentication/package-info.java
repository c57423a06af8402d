/**
 * How does the client prove who it is? One file per way (RFC 6749, section 2.3), each a {@link
 * io.mpoauth2.client.endpoint.authentication.ClientAuthentication} that gives a {@link
 * io.mpoauth2.client.endpoint.authentication.Proof} for each request.
 *
 * <p>What is signed is a {@link io.mpoauth2.client.endpoint.authentication.JwtAssertion}: its
 * claims, and a {@code JwsSigner} with a key that a file or the secret gave and a {@code
 * SignatureAlgorithm} that fits its {@code KeyKind}; a {@code KeyCertificate} may tell the server
 * which key it was.
 *
 * <p>Depends on the JDK, and on {@code keys} for certificates in PEM.
 */
@NullMarked
package io.mpoauth2.client.endpoint.authentication;

import org.jspecify.annotations.NullMarked;
