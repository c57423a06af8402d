package io.mpoauth2.client.endpoint.authentication;

import java.time.Instant;
import java.util.List;

/**
 * An assertion that the secret signs, and no secret over the wire (RFC 7523, section 2.2), {@code
 * client_secret_jwt} of OpenID Connect Core, section 9.
 *
 * @param clientId the client's id
 * @param type what kind of assertion it is, a URI
 * @param clientSecret the client's secret
 * @param assertion what is signed with it
 */
public record ClientSecretJwt(
    String clientId, String type, Secret clientSecret, JwtAssertion assertion)
    implements ClientAuthentication {

  @Override
  public Proof proof(Instant now) {
    String secret = clientSecret.value();
    return new FinishedAssertion(clientId, type, assertion.signed(now))
        .proof(now)
        .hiding(List.of(secret, Form.encode(secret)));
  }
}
