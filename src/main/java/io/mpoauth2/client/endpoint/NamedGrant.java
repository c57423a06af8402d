package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.authentication.Proof;
import java.time.Instant;

/**
 * Client credentials (RFC 6749, section 4.4), or a grant of another name that is asked for in the
 * same way.
 *
 * @param type its name
 */
public record NamedGrant(String type) implements Grant {

  @Override
  public Proof proof(Instant now) {
    return Proof.none();
  }
}
