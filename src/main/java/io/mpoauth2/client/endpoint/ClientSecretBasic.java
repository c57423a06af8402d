package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * HTTP Basic (RFC 6749, section 2.3.1): {@code client_secret_basic} of RFC 7591.
 *
 * @param clientId the user name
 * @param clientSecret the password
 * @param encoding what is done with both before Basic
 */
public record ClientSecretBasic(String clientId, Secret clientSecret, Encoding encoding)
    implements ClientAuthentication {

  /** What is done with id and secret before they are joined by a colon. */
  public enum Encoding {
    /** Each is form-encoded first, as the RFC wants it. */
    FORM,
    /** Nothing; for servers that do not decode. */
    RAW
  }

  @Override
  public String authorization() {
    return "Basic " + credentials();
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of();
  }

  @Override
  public Set<String> secrets() {
    // Not Set.of, which refuses duplicates: a plain secret is its own encoding.
    return new HashSet<>(
        List.of(clientSecret.value(), Form.encode(clientSecret.value()), credentials()));
  }

  private String credentials() {
    String secret = clientSecret.value();
    String joined =
        encoding == Encoding.FORM
            ? Form.encode(clientId) + ':' + Form.encode(secret)
            : clientId + ':' + secret;
    return Base64.getEncoder().encodeToString(joined.getBytes(UTF_8));
  }
}
