package io.mpoauth2.client.endpoint.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;

/** Makes PEM of any bytes. */
final class Armor {
  private Armor() {}

  static byte[] around(String label, byte[] der) {
    String base64 = Base64.getMimeEncoder().encodeToString(der);
    return ("-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n")
        .getBytes(ISO_8859_1);
  }
}
