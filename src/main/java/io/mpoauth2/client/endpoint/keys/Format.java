package io.mpoauth2.client.endpoint.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** What a file is by its content, whatever its name says. */
enum Format {
  PEM(""),

  PKCS12(""),

  EMPTY("is an empty file"),

  JKS(
      "is a Java key store (JKS), not PEM or PKCS#12; convert it: keytool -importkeystore"
          + " -srckeystore <this file> -destkeystore <new file> -deststoretype PKCS12"),

  JCEKS(
      "is a Java key store (JCEKS), not PEM or PKCS#12; convert it: keytool -importkeystore"
          + " -srckeystore <this file> -srcstoretype JCEKS -destkeystore <new file>"
          + " -deststoretype PKCS12"),

  CERTIFICATE(
      "is a certificate in DER, not PEM or PKCS#12; convert it: openssl x509 -inform der"
          + " -in <this file> -out <new file>"),

  PRIVATE_KEY(
      "is a private key in DER, not PEM; convert it: openssl pkcs8 -topk8 -inform der -nocrypt"
          + " -in <this file> -out <new file>"),

  PKCS7(
      "is PKCS#7 in DER, not PEM or PKCS#12; convert it: openssl pkcs7 -inform der -print_certs"
          + " -in <this file> -out <new file>"),

  BASE64("is PEM in base64 once more; convert it: base64 -d <this file> > <new file>"),

  UNKNOWN("is neither PEM nor PKCS#12");

  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int OBJECT_IDENTIFIER = 0x06;

  private final String problem;

  Format(String problem) {
    this.problem = problem;
  }

  /** Gives what to do about a file that is neither PEM nor PKCS#12. */
  UnusableKeyException problem() {
    return new UnusableKeyException(problem);
  }

  static Format of(byte[] content) {
    if (begunParts(content) > 0) {
      return PEM;
    }
    String text = new String(content, ISO_8859_1);
    if (text.isBlank()) {
      return EMPTY;
    }
    if (text.startsWith("\u00FE\u00ED\u00FE\u00ED")) {
      return JKS;
    }
    if (text.startsWith("\u00CE\u00CE\u00CE\u00CE")) {
      return JCEKS;
    }
    if (content[0] == SEQUENCE && content.length > 4) {
      return ofDer(content);
    }
    // Of "-----BEGIN", as a Kubernetes Secret has it.
    return text.strip().startsWith("LS0tLS1CRUdJTi") ? BASE64 : UNKNOWN;
  }

  /** Gives how many parts of PEM begin there, in UTF-16 as well, as Windows' shell writes it. */
  static int begunParts(byte[] content) {
    String text = new String(content, ISO_8859_1).replace("\0", "");
    return text.split("-----BEGIN ", -1).length - 1;
  }

  /** By the types of the first members (PKCS#12 begins with version 3, RFC 7292, section 4). */
  private static Format ofDer(byte[] content) {
    int first = behindHead(content, 0);
    int tag = at(content, first);
    int second = behindHead(content, first);
    int inner = at(content, second);
    if (tag == INTEGER) {
      return inner == 3 ? PKCS12 : PRIVATE_KEY;
    }
    if (tag == OBJECT_IDENTIFIER) {
      return PKCS7;
    }
    if (tag == SEQUENCE) {
      return inner == OBJECT_IDENTIFIER ? PRIVATE_KEY : CERTIFICATE;
    }
    return UNKNOWN;
  }

  private static int behindHead(byte[] content, int start) {
    int length = at(content, start + 1);
    return start + 2 + (length > 0x80 ? length - 0x80 : 0);
  }

  private static int at(byte[] content, int index) {
    return index < content.length ? content[index] & 0xFF : -1;
  }
}
