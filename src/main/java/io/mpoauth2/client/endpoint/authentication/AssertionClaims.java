package io.mpoauth2.client.endpoint.authentication;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What an assertion says (RFC 7523, section 3), whenever it is made.
 *
 * @param issuer who says it: the client's id
 * @param subject of whom
 * @param audience to whom: the authorization server
 * @param lifetime for how long; a part of a second counts as one
 * @param own further claims, each a string
 */
public record AssertionClaims(
    String issuer, String subject, String audience, Duration lifetime, Map<String, String> own) {

  /** Gives them with the time, and an id that no other assertion has: servers remember it. */
  String json(Instant now) {
    long issuedAt = now.getEpochSecond();
    JsonText json =
        new JsonText()
            .add("iss", issuer)
            .add("sub", subject)
            .add("aud", audience)
            .add("jti", UUID.randomUUID().toString())
            .add("iat", issuedAt)
            .add("exp", issuedAt + lifetime.plusNanos(999_999_999).toSeconds());
    own.forEach(json::add);
    return json.text();
  }

  /** Shows neither the audience, in whose query a key may stand, nor what the user claims. */
  @Override
  public String toString() {
    return "AssertionClaims[" + subject + "]";
  }
}
