package io.mpoauth2.client.endpoint.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Id and secret as user name and password of HTTP Basic (RFC 6749, section 2.3.1), {@code
 * client_secret_basic} of RFC 7591.
 *
 * @param clientId the user name
 * @param clientSecret the password
 * @param formEncoded whether both are form-encoded first; not so for servers that do not decode
 */
public record ClientSecretBasic(String clientId, Secret clientSecret, boolean formEncoded)
    implements ClientAuthentication {

  @Override
  public Proof proof(Instant now) {
    String secret = clientSecret.value();
    String joined =
        formEncoded ? Form.encode(clientId) + ':' + Form.encode(secret) : clientId + ':' + secret;
    String credentials = Base64.getEncoder().encodeToString(joined.getBytes(UTF_8));
    return Proof.inHeader("Basic " + credentials)
        .hiding(List.of(secret, Form.encode(secret), credentials));
  }
}
