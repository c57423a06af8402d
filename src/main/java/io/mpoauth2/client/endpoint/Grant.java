package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.authentication.Proof;
import java.time.Instant;

/** What is asked for a token with (RFC 6749, section 1.3). Equal if the same is asked. */
public sealed interface Grant permits NamedGrant, JwtBearerGrant {

  /**
   * Gives its name.
   *
   * @return {@code grant_type} of the form
   */
  String type();

  /**
   * Gives what one token request carries for it, beside its name and the settings' parameters.
   *
   * @param now when the request is sent
   * @return form parameters, made for this request alone
   */
  Proof proof(Instant now);
}
