package io.mpoauth2.client.endpoint.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a PEM file (RFC 7468). What stands around the parts, as OpenSSL's attributes and
 * people's comments do, has no meaning.
 */
public final class Pem {
  private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,64})-----");

  private final String label;
  private final byte[] der;

  private Pem(String label, byte[] der) {
    this.label = label;
    this.der = der;
  }

  /**
   * Gives what it is.
   *
   * @return {@code PRIVATE KEY}, say
   */
  public String label() {
    return label;
  }

  /**
   * Gives the bytes.
   *
   * @return none where what stands there is no base64
   */
  public byte[] der() {
    return der.clone();
  }

  /**
   * Gives the parts of a file.
   *
   * @param file all of it; whatever its encoding, the parts are ASCII
   * @return in their order, none if it is no PEM
   */
  public static List<Pem> parts(byte[] file) {
    List<Pem> parts = new ArrayList<>();
    String text = new String(file, charset(file));
    Matcher begin = BEGIN.matcher(text);
    int at = 0;
    while (begin.find(at)) {
      at = begin.end();
      int end = text.indexOf("-----END " + begin.group(1) + "-----", at);
      if (end >= 0) {
        parts.add(new Pem(begin.group(1), decoded(text.substring(at, end))));
        at = end;
      }
    }
    return parts;
  }

  /** Windows' shell writes UTF-16 into a file, with a mark before it. */
  private static Charset charset(byte[] file) {
    int mark = file.length < 2 ? 0 : ((file[0] & 0xFF) << 8) | (file[1] & 0xFF);
    return mark == 0xFFFE ? UTF_16LE : mark == 0xFEFF ? UTF_16BE : ISO_8859_1;
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** Shows the label alone. */
  @Override
  public String toString() {
    return "Pem[" + label + "]";
  }
}
