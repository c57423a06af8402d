package io.mpoauth2.client.endpoint.authentication;

import java.time.Instant;

/**
 * A client that says who it is and proves nothing (RFC 6749, section 3.2.1), {@code none} of RFC
 * 7591.
 *
 * @param clientId the client's id
 */
public record PublicClient(String clientId) implements ClientAuthentication {

  @Override
  public Proof proof(Instant now) {
    return Proof.ofClient(clientId);
  }
}
