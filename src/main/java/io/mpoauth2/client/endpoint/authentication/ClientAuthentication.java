package io.mpoauth2.client.endpoint.authentication;

import java.time.Instant;

/**
 * A way in which the client proves who it is (RFC 6749, section 2.3). Exactly one is used in a
 * request, and no other is tried when it fails. Equal if the credentials are, and the way.
 */
public sealed interface ClientAuthentication
    permits ClientSecretBasic,
        ClientSecretPost,
        ClientSecretJwt,
        PrivateKeyJwt,
        FinishedAssertion,
        TlsClientAuth,
        SelfSignedTlsClientAuth,
        PublicClient,
        NoAuthentication {

  /**
   * Gives what one token request carries. Made for it alone: an assertion serves once.
   *
   * @param now when the request is sent
   * @return header and form parameters
   */
  Proof proof(Instant now);
}
