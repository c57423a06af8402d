package io.mpoauth2.client.endpoint.authentication;

import java.time.Instant;

/**
 * An assertion that the client's private key signs (RFC 7523, section 2.2), {@code private_key_jwt}
 * of OpenID Connect Core, section 9.
 *
 * @param clientId the client's id
 * @param type what kind of assertion it is, a URI
 * @param assertion what is signed
 */
public record PrivateKeyJwt(String clientId, String type, JwtAssertion assertion)
    implements ClientAuthentication {

  @Override
  public Proof proof(Instant now) {
    return new FinishedAssertion(clientId, type, assertion.signed(now)).proof(now);
  }
}
