package io.mpoauth2.client.endpoint.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.Base64.Encoder;

/**
 * A JWT that is to be signed for each request (RFC 7523, section 3; RFC 7515, section 3.1).
 *
 * @param claims what it says
 * @param signer who signs it
 */
public record JwtAssertion(AssertionClaims claims, JwsSigner signer) {

  /**
   * Makes one.
   *
   * @param now when it is sent
   * @return another one each time
   */
  public Secret signed(Instant now) {
    String signed = part(signer.header()) + '.' + part(claims.json(now));
    return new Secret(signed + '.' + base64().encodeToString(signer.sign(signed.getBytes(UTF_8))));
  }

  private static String part(String json) {
    return base64().encodeToString(json.getBytes(UTF_8));
  }

  private static Encoder base64() {
    return Base64.getUrlEncoder().withoutPadding();
  }
}
