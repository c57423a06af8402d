package io.mpoauth2.client.endpoint.authentication;

import java.time.Instant;

/**
 * An assertion that somebody else made for the client (RFC 7521, section 4.2): Kubernetes, SPIFFE,
 * a sidecar. Sent as often as it lies there.
 *
 * @param clientId the client's id
 * @param type what kind of assertion it is, a URI
 * @param assertion the assertion, ready to be sent
 */
public record FinishedAssertion(String clientId, String type, Secret assertion)
    implements ClientAuthentication {
  /** RFC 7523, section 2.2. */
  public static final String JWT = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  @Override
  public Proof proof(Instant now) {
    // The id is in the assertion too; some servers look for the client by it, none minds.
    return Proof.ofClient(clientId)
        .with("client_assertion_type", type)
        .and(Proof.ofAssertion("client_assertion", assertion));
  }
}
