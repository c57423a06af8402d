package io.mpoauth2.client.endpoint.authentication;

import java.time.Instant;
import java.util.List;

/**
 * Id and secret as parameters of the form (RFC 6749, section 2.3.1), {@code client_secret_post} of
 * RFC 7591.
 *
 * @param clientId the client's id
 * @param clientSecret its secret
 */
public record ClientSecretPost(String clientId, Secret clientSecret)
    implements ClientAuthentication {

  @Override
  public Proof proof(Instant now) {
    String secret = clientSecret.value();
    return Proof.ofClient(clientId)
        .with("client_secret", secret)
        .hiding(List.of(secret, Form.encode(secret)));
  }
}
