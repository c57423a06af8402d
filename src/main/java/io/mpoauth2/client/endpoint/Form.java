package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** An {@code application/x-www-form-urlencoded} body (RFC 6749, appendix B) in the making. */
final class Form {
  private final List<String> pairs = new ArrayList<>();

  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  Form add(String name, String value) {
    pairs.add(encode(name) + '=' + encode(value));
    return this;
  }

  /** Not shown by {@code toString()}, because a client secret may be among the parameters. */
  String body() {
    return String.join("&", pairs);
  }
}
