package io.mpoauth2.client.endpoint.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mpoauth2.client.endpoint.keys.Pem;
import io.mpoauth2.client.endpoint.keys.UnusableKeyException;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate that tells the server which key has signed. */
public final class KeyCertificate {
  private static final String PROBE = "which key?";

  private final Certificate certificate;

  private KeyCertificate(Certificate certificate) {
    this.certificate = certificate;
  }

  /**
   * Finds the one of a key.
   *
   * @param file PEM, perhaps with the authorities' and other things, or one certificate in DER
   * @param signer has the private key
   * @return the key's own
   * @throws UnusableKeyException if it is not there
   */
  public static KeyCertificate of(byte[] file, JwsSigner signer) throws UnusableKeyException {
    List<KeyCertificate> all = in(file);
    for (KeyCertificate each : all) {
      if (each.isOf(signer)) {
        return each;
      }
    }
    throw new UnusableKeyException(
        all.isEmpty()
            ? "has no certificate in PEM (-----BEGIN CERTIFICATE-----)"
            : "has a certificate of another key");
  }

  private static List<KeyCertificate> in(byte[] file) throws UnusableKeyException {
    List<KeyCertificate> found = new ArrayList<>();
    if (file.length > 0 && file[0] == 0x30) {
      found.add(new KeyCertificate(understood(file)));
    }
    for (Pem part : Pem.parts(file)) {
      if (part.label().matches("(X509 |TRUSTED )?CERTIFICATE")) {
        found.add(new KeyCertificate(understood(part.der())));
      }
    }
    return found;
  }

  private static Certificate understood(byte[] der) throws UnusableKeyException {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException | RuntimeException e) {
      throw new UnusableKeyException("has a certificate that is damaged");
    }
  }

  private boolean isOf(JwsSigner signer) {
    try {
      byte[] text = PROBE.getBytes(UTF_8);
      return signer.algorithm().isSignedWith(certificate.getPublicKey(), text, signer.sign(text));
    } catch (GeneralSecurityException | RuntimeException e) {
      // A key of another kind.
      return false;
    }
  }

  /**
   * Gives what is known under the name {@code x5t#S256} (RFC 7515, section 4.1.8).
   *
   * @return SHA-256 of the certificate, in base64url
   */
  public String thumbprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no SHA-256, or no DER of a certificate that was read");
    }
  }
}
