package io.mpoauth2.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a form, each at most once (RFC 6749, section 3.2). */
record Form(Map<String, String> parameters) {

  /** Throws IllegalArgumentException for broken percent-encoding and for duplicates. */
  static Form parse(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      String[] parts = pair.split("=", 2);
      String name = decode(parts[0]);
      if (parameters.put(name, parts.length == 2 ? decode(parts[1]) : "") != null) {
        throw new IllegalArgumentException("twice: " + name);
      }
    }
    return new Form(parameters);
  }

  static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** A parameter without a value counts as left out (RFC 6749, section 3.2). */
  Optional<String> get(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  boolean has(String name) {
    return get(name).isPresent();
  }
}
