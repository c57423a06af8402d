package io.mpoauth2.client.endpoint.keys;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** The certificates of a PEM file, whatever stands around them (RFC 7468, section 5). */
final class PemCertificates {
  private PemCertificates() {}

  /** Gives them in the order of the file; none if it has none. */
  static List<X509Certificate> in(byte[] file) throws UnusableKeyException {
    List<Pem> parts = Pem.parts(file);
    if (parts.size() < Format.begunParts(file)) {
      throw new UnusableKeyException("is PEM that breaks off, or is damaged: a part has no end");
    }
    List<X509Certificate> certificates = new ArrayList<>();
    for (Pem part : parts) {
      switch (part.label()) {
        case "CERTIFICATE", "X509 CERTIFICATE" -> certificates.add(certificate(part));
        case "TRUSTED CERTIFICATE" ->
            throw new UnusableKeyException(
                "has a certificate in OpenSSL's own form (BEGIN TRUSTED CERTIFICATE); convert it:"
                    + " openssl x509 -in <this file> -out <new file>");
        case "PKCS7", "CMS" ->
            throw new UnusableKeyException(
                "has PKCS#7; convert it: openssl pkcs7 -print_certs -in <this file> -out <new"
                    + " file>");
        default -> {
          // A key, say.
        }
      }
    }
    return certificates;
  }

  private static X509Certificate certificate(Pem part) throws UnusableKeyException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(part.der()));
    } catch (CertificateException | RuntimeException e) {
      throw new UnusableKeyException("has a certificate that is damaged");
    }
  }
}
