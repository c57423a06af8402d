package io.mpoauth2.client.endpoint.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.StringJoiner;

/**
 * The body of a request to the token endpoint, {@code application/x-www-form-urlencoded} (RFC 6749,
 * appendix B). Keeps the order of its parameters, of which some may be secret.
 */
public final class Form {
  private final StringJoiner parameters = new StringJoiner("&");

  /** Makes one without parameters. */
  public Form() {}

  /**
   * Adds a parameter, which may be there already.
   *
   * @param name its name, not yet encoded
   * @param value its value, not yet encoded
   * @return this form
   */
  public Form add(String name, String value) {
    parameters.add(encode(name) + "=" + encode(value));
    return this;
  }

  /**
   * Gives the body as it is sent.
   *
   * @return ASCII alone
   */
  public String encoded() {
    return parameters.toString();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
