package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.authentication.JwtAssertion;
import io.mpoauth2.client.endpoint.authentication.Proof;
import java.time.Instant;

/**
 * An assertion of ours is the grant (RFC 7523, section 2.1): what it says of somebody, a token is
 * given for.
 *
 * @param assertion what is signed, and by whom
 */
public record JwtBearerGrant(JwtAssertion assertion) implements Grant {
  /** RFC 7523, section 2.1. */
  public static final String TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Proof proof(Instant now) {
    return Proof.ofAssertion("assertion", assertion.signed(now));
  }
}
