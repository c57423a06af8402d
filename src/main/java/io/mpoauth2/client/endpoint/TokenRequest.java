package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenSource;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A token request with the client-credentials grant (RFC 6749, section 4.4.2). Equal to another one
 * if the settings are.
 */
final class TokenRequest implements TokenSource.Exchange {
  private final TokenEndpoint endpoint;
  private final ClientSettings settings;

  TokenRequest(TokenEndpoint endpoint, ClientSettings settings) {
    this.endpoint = endpoint;
    this.settings = settings;
  }

  @Override
  public IssuedToken send() throws InterruptedException {
    return endpoint.ask(settings);
  }

  @Override
  public Duration timeout() {
    return settings.requestTimeout();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenRequest that && settings.equals(that.settings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }

  /**
   * Gives the request as it is sent (RFC 9112).
   *
   * @param absolute whether it goes to a proxy, which must be told the whole address
   */
  static byte[] bytes(ClientSettings settings, boolean absolute) {
    URI endpoint = URI.create(settings.tokenEndpoint().toASCIIString());
    String path = endpoint.getRawPath().isEmpty() ? "/" : endpoint.getRawPath();
    String query = endpoint.getRawQuery() == null ? "" : "?" + endpoint.getRawQuery();
    String authorization = settings.authentication().authorization();
    String body = form(settings);
    // One small request an hour: a connection that is kept would be stale when it is wanted.
    String request =
        "POST "
            + (absolute ? endpoint.getScheme() + "://" + endpoint.getRawAuthority() : "")
            + path
            + query
            + " HTTP/1.1\r\nHost: "
            + endpoint.getRawAuthority()
            + "\r\nConnection: close\r\nUser-Agent: mp-oauth2-client\r\nAccept: application/json"
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + body.length()
            + (authorization.isEmpty() ? "" : "\r\nAuthorization: " + authorization)
            + "\r\n\r\n"
            + body;
    return request.getBytes(ISO_8859_1);
  }

  /** Gives the body, {@code application/x-www-form-urlencoded} (RFC 6749, appendix B). */
  static String form(ClientSettings settings) {
    StringBuilder form = new StringBuilder("grant_type=client_credentials");
    if (!settings.scope().isEmpty()) {
      add(form, "scope", String.join(" ", settings.scope()));
    }
    for (Map.Entry<String, List<String>> parameter : settings.parameters().entrySet()) {
      for (String value : parameter.getValue()) {
        add(form, parameter.getKey(), value);
      }
    }
    settings.authentication().addTo(form);
    return form.toString();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  static void add(StringBuilder form, String name, String value) {
    form.append('&').append(encode(name)).append('=').append(encode(value));
  }
}
