package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;

/**
 * How the client proves who it is: id and secret (RFC 6749, section 2.3.1), in one of two places.
 * Exactly one way is used in a request, and no other is tried when it fails. Equal if the
 * credentials are, and the way.
 */
public final class ClientAuthentication {
  private final String clientId;
  private final Secret clientSecret;

  /** True for HTTP Basic, {@code client_secret_basic} of RFC 7591; false for the form. */
  final boolean inHeader;

  /** Whether both are form-encoded before Basic; not so for servers that do not decode. */
  final boolean formEncoded;

  private ClientAuthentication(
      String clientId, Secret clientSecret, boolean inHeader, boolean formEncoded) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.inHeader = inHeader;
    this.formEncoded = formEncoded;
  }

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

  /** Adds what a token request has in its form, if this way is the form's. */
  void addTo(StringBuilder form) {
    if (!inHeader) {
      TokenRequest.add(form, "client_id", clientId);
      TokenRequest.add(form, "client_secret", clientSecret.value());
    }
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

  @Override
  public boolean equals(Object other) {
    return other instanceof ClientAuthentication that
        && inHeader == that.inHeader
        && formEncoded == that.formEncoded
        && credentials().equals(that.credentials());
  }

  @Override
  public int hashCode() {
    return credentials().hashCode();
  }

  @Override
  public String toString() {
    return "ClientAuthentication[" + clientId + ", clientSecret=" + clientSecret + "]";
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
