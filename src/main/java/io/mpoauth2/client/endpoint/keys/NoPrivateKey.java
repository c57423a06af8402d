package io.mpoauth2.client.endpoint.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;

/** What people put where a private key in PKCS#8 PEM belongs, and how to make one of it. */
final class NoPrivateKey {
  private static final String CONVERT =
      "openssl pkcs8 -topk8 -nocrypt -in <this file> -out <new file>";

  private static final int JAVA_KEY_STORE = 0xFEEDFEED;

  private NoPrivateKey() {}

  /** Gives the end of a sentence about a file in which there is none. */
  static String whatIsIn(byte[] file) {
    List<Pem> parts = Pem.parts(file);
    for (Pem part : parts) {
      if (part.label().endsWith("PRIVATE KEY")) {
        return ofAnotherFormat(part.label());
      }
    }
    if (!parts.isEmpty()) {
      return "has no private key, but " + list(parts) + "; name the file with the private key";
    }
    String text = new String(file, ISO_8859_1).strip();
    if (text.contains("-----BEGIN ")) {
      return "is PEM whose first part has no end: is the file whole?";
    }
    if (file.length > 1 && file[0] == 0x30) {
      return ofDer(file);
    }
    if (file.length > 3 && ByteBuffer.wrap(file).getInt() == JAVA_KEY_STORE) {
      return "is a Java key store; convert it: keytool -importkeystore -srckeystore <this file>"
          + " -destkeystore <store.p12> -deststoretype PKCS12, then openssl pkcs12 -in <store.p12>"
          + " -nocerts -nodes -out <new file>";
    }
    if (text.matches("(?s)(\\u00EF\\u00BB\\u00BF)?\\s*\\{.*")) {
      return "is a JSON Web Key or other JSON, and no PKCS#8 PEM; have it exported as PEM, then "
          + CONVERT;
    }
    if (text.startsWith("PuTTY-User-Key-File")) {
      return "is a key of PuTTY's; have puttygen export it for OpenSSH, then ssh-keygen -p -m PEM -f"
          + " <exported file>, then "
          + CONVERT;
    }
    // Of "-----BEGIN", as a Kubernetes Secret has it.
    if (text.startsWith("LS0tLS1CRUdJTi")) {
      return "is PEM in base64 once more; convert it: base64 -d <this file> > <new file>";
    }
    return text.isEmpty()
        ? "is an empty file"
        : "has no private key in PEM (-----BEGIN PRIVATE KEY-----)";
  }

  private static String ofAnotherFormat(String label) {
    if (label.equals("DSA PRIVATE KEY")) {
      return "has a DSA key, which signs no JWT; an RSA or EC key is needed";
    }
    String what =
        switch (label) {
          case "RSA PRIVATE KEY" -> "has an RSA key in PKCS#1";
          case "EC PRIVATE KEY" -> "has an EC key in SEC 1";
          case "OPENSSH PRIVATE KEY" ->
              // OpenSSL does not read it.
              "has a key in OpenSSH's own format; copy it, then ssh-keygen -p -m PEM -f <the copy>,"
                  + " and of that";
          default -> "has a \"" + label + "\"";
        };
    return what + " (-----BEGIN " + label + "-----), and PKCS#8 is needed; convert it: " + CONVERT;
  }

  private static String ofDer(byte[] file) {
    int content = (file[1] & 0x80) == 0 ? 2 : 2 + (file[1] & 0x7F);
    boolean isVersion3 =
        file.length > content + 2
            && (ByteBuffer.wrap(file).getInt(content - 1) & 0xFFFFFF) == 0x020103;
    return isVersion3
        ? "is a PKCS#12 key store; convert it: openssl pkcs12 -in <this file> -nocerts -nodes -out"
            + " <new file>"
        : "is DER, and PEM is needed; convert it: openssl pkcs8 -topk8 -nocrypt -inform DER -in"
            + " <this file> -out <new file>";
  }

  private static String list(List<Pem> parts) {
    return String.join(
        " and ",
        parts.stream()
            .map(part -> "a " + part.label().toLowerCase(Locale.ROOT))
            .distinct()
            .toList());
  }
}
