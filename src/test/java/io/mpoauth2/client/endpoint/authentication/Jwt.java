package io.mpoauth2.client.endpoint.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** A JWT taken apart, unverified. */
record Jwt(String header, String claims, String signature) {

  static Jwt of(String compact) {
    String[] parts = compact.split("\\.", -1);
    if (parts.length != 3) {
      throw new AssertionError("no JWT");
    }
    return new Jwt(text(parts[0]), text(parts[1]), parts[2]);
  }

  int signatureLength() {
    return Base64.getUrlDecoder().decode(signature).length;
  }

  private static String text(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }
}
