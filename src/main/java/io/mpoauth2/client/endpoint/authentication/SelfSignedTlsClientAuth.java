package io.mpoauth2.client.endpoint.authentication;

import java.time.Instant;

/**
 * The certificate of the TLS connection, which the server knows itself: {@code
 * self_signed_tls_client_auth} of RFC 8705, section 2.2. The form says whose it is to be.
 *
 * @param clientId the client's id
 */
public record SelfSignedTlsClientAuth(String clientId) implements ClientAuthentication {

  @Override
  public Proof proof(Instant now) {
    return Proof.ofClient(clientId);
  }
}
