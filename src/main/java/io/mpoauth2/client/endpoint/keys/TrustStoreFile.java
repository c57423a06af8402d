package io.mpoauth2.client.endpoint.keys;

import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Set;

/** A file with certificates that are trusted: PEM, or PKCS#12. */
public final class TrustStoreFile {
  private TrustStoreFile() {}

  /**
   * Reads it.
   *
   * @param content the file
   * @param password of a PKCS#12 file
   * @return one certificate or more
   * @throws UnusableKeyException if there is none that can be read
   */
  public static Set<X509Certificate> read(byte[] content, Password password)
      throws UnusableKeyException {
    Format format = Format.of(content);
    return switch (format) {
      case PKCS12 -> Pkcs12.of(content, password).trusted();
      case PEM -> ofPem(content);
      default -> throw format.problem();
    };
  }

  private static Set<X509Certificate> ofPem(byte[] content) throws UnusableKeyException {
    Set<X509Certificate> certificates = new LinkedHashSet<>(PemCertificates.in(content));
    if (certificates.isEmpty()) {
      throw new UnusableKeyException("has no certificate in PEM (-----BEGIN CERTIFICATE-----)");
    }
    return certificates;
  }
}
