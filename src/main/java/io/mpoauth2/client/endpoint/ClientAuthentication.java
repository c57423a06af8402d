package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the client proves who it is: id and secret (RFC 6749, section 2.3.1), in one of two places.
 * Exactly one way is used in a request, and no other is tried when it fails.
 *
 * @param clientId the client's id
 * @param clientSecret its secret
 * @param inHeader true for HTTP Basic, {@code client_secret_basic} of RFC 7591; false for form
 *     parameters, {@code client_secret_post}
 * @param formEncoded whether both are form-encoded before Basic, as the RFC wants it; not so for
 *     servers that do not decode
 */
public record ClientAuthentication(
    String clientId, Secret clientSecret, boolean inHeader, boolean formEncoded) {

  /**
   * Gives {@code client_secret_basic}.
   *
   * @param id the user name
   * @param secret the password
   * @param formEncoded whether both are form-encoded first
   * @return the way of HTTP Basic
   */
  public static ClientAuthentication basic(String id, Secret secret, boolean formEncoded) {
    return new ClientAuthentication(id, secret, true, formEncoded);
  }

  /**
   * Gives {@code client_secret_post}.
   *
   * @param id the client's id
   * @param secret its secret
   * @return the way of the form
   */
  public static ClientAuthentication post(String id, Secret secret) {
    return new ClientAuthentication(id, secret, false, true);
  }

  /**
   * Gives the {@code Authorization} header of a token request.
   *
   * @return the header's value, empty if this way needs none
   */
  String authorization() {
    return inHeader ? "Basic " + credentials() : "";
  }

  /**
   * Gives what is added to the form of a token request.
   *
   * @return parameters, sorted, so that the same settings always make the same request
   */
  Map<String, String> parameters() {
    return inHeader
        ? Map.of()
        : new TreeMap<>(Map.of("client_id", clientId, "client_secret", clientSecret.value()));
  }

  /**
   * Gives whatever must not be shown if the server's answer repeats it.
   *
   * @return the secret in every form it is sent in
   */
  List<String> secrets() {
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
