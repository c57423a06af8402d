package io.mpoauth2.client.config;

import java.util.Map;
import java.util.TreeMap;

/** Headers of the token request that some servers want beside the standard's. */
final class HeaderSettings {
  /** RFC 9110, section 5.6.2. */
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  /** What the way to authenticate, the form and the transport decide. */
  private static final String OURS =
      "(?i)authorization|proxy-authorization|host|content-.*|transfer-encoding|connection|expect"
          + "|upgrade|keep-alive|te|trailer|via|origin|access-control-request-.*|accept-encoding";

  private final SettingsValues values;

  HeaderSettings(SettingsValues values) {
    this.values = values;
  }

  Map<String, String> read() {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    values
        .members(SettingsKey.HEADERS)
        .forEach(
            (name, value) -> {
              String property = SettingsKey.HEADERS.of(values.client(), name);
              if (!name.matches(TOKEN)) {
                values.problem(property, "is no name of a header (RFC 9110, section 5.1)");
              } else if (name.matches(OURS)) {
                values.problem(property, "is no header of yours: the library sets it");
              } else if (!value.strip().matches("[\\x20-\\x7E]+")) {
                values.problem(property, "has a character that no header may have, or only blanks");
              } else if (headers.putIfAbsent(name, value.strip()) != null) {
                values.problem(property, "is set twice, in different case");
              }
            });
    return headers;
  }
}
