package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * HTTP Basic (RFC 6749, section 2.3.1): {@code client_secret_basic} of RFC 7591.
 *
 * @param clientId the user name
 * @param clientSecret the password
 * @param formEncoded whether both are form-encoded first, as the RFC wants it; not so for servers
 *     that do not decode
 */
public record ClientSecretBasic(String clientId, Secret clientSecret, boolean formEncoded)
    implements ClientAuthentication {

  @Override
  public String authorization() {
    return "Basic " + credentials();
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of();
  }

  @Override
  public List<String> secrets() {
    String secret = clientSecret.value();
    return List.of(secret, TokenRequest.encode(secret), credentials());
  }

  private String credentials() {
    String secret = clientSecret.value();
    String joined =
        formEncoded
            ? TokenRequest.encode(clientId) + ':' + TokenRequest.encode(secret)
            : clientId + ':' + secret;
    return Base64.getEncoder().encodeToString(joined.getBytes(UTF_8));
  }
}
