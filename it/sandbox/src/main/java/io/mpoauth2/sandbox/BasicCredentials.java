package io.mpoauth2.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Client id and secret of an Authorization header, form-decoded (RFC 6749, section 2.3.1). */
record BasicCredentials(String id, String secret) {

  /** Empty where the header has another scheme or is broken. */
  static Optional<BasicCredentials> parse(String authorization) {
    if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(authorization.substring(6).strip());
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
      return parts.length == 2
          ? Optional.of(new BasicCredentials(Form.decode(parts[0]), Form.decode(parts[1])))
          : Optional.empty();
    } catch (IllegalArgumentException brokenEncoding) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "BasicCredentials[id=" + id + "]";
  }
}
