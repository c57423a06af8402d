package io.mpoauth2.client.endpoint.authentication;

import java.time.Instant;

/** None: the grant itself is the proof (RFC 7521, section 4.1), or something in its parameters. */
public record NoAuthentication() implements ClientAuthentication {

  @Override
  public Proof proof(Instant now) {
    return Proof.none();
  }
}
