package io.mpoauth2.client.endpoint.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The certificates of a key: its own, its issuer's, and so on. */
final class Chain {
  private static final int LONGEST = 20;
  private static final String PSS = "RSASSA-PSS";

  private Chain() {}

  /**
   * Puts certificates in order.
   *
   * @param key whose certificate comes first
   * @param certificates in any order; those that are not of the chain are left out
   */
  static ClientCertificate of(PrivateKey key, List<X509Certificate> certificates)
      throws UnusableKeyException {
    if (certificates.isEmpty()) {
      throw new UnusableKeyException(
          "has no certificate; put the one of the private key, and those of its issuers, into the"
              + " same file");
    }
    X509Certificate own =
        certificates.stream()
            .filter(certificate -> isOfOnePair(key, certificate.getPublicKey()))
            .min(Comparator.comparing(Chain::isInvalidNow))
            .orElse(null);
    if (own == null) {
      throw new UnusableKeyException("has no certificate of its private key: they do not match");
    }
    List<X509Certificate> chain = new ArrayList<>(List.of(own));
    Optional<X509Certificate> next = issuer(own, certificates, chain);
    while (next.isPresent() && chain.size() < LONGEST) {
      chain.add(next.get());
      next = issuer(next.get(), certificates, chain);
    }
    return new ClientCertificate(key, List.copyOf(chain));
  }

  private static Optional<X509Certificate> issuer(
      X509Certificate of, List<X509Certificate> among, List<X509Certificate> known) {
    // Nobody is behind it but those it replaced: the same name and key, and perhaps expired.
    if (of.getSubjectX500Principal().equals(of.getIssuerX500Principal()) && isSigned(of, of)) {
      return Optional.empty();
    }
    return among.stream()
        .filter(other -> !known.contains(other))
        .filter(other -> other.getSubjectX500Principal().equals(of.getIssuerX500Principal()))
        .filter(other -> isSigned(of, other))
        .min(Comparator.comparing(Chain::isInvalidNow));
  }

  /** Who renews a certificate may leave the old one in the file. */
  private static boolean isInvalidNow(X509Certificate certificate) {
    try {
      certificate.checkValidity();
      return false;
    } catch (CertificateException e) {
      return true;
    }
  }

  private static boolean isSigned(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The one question that holds for every kind of key. */
  private static boolean isOfOnePair(PrivateKey key, PublicKey certified) {
    byte[] message = "one pair".getBytes(US_ASCII);
    try {
      Signature signature = Signature.getInstance(algorithm(key));
      signature.initSign(key);
      if (key.getAlgorithm().equals(PSS)) {
        signature.setParameter(parameters(key));
      }
      signature.update(message);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(message);
      return signature.verify(signed);
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  /** What the key demands, or else what is usual: the JDK takes nothing for granted. */
  private static AlgorithmParameterSpec parameters(PrivateKey key) {
    return key instanceof RSAKey rsa && rsa.getParams() != null
        ? rsa.getParams()
        : new PSSParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      case "DSA" -> "SHA256withDSA";
      default -> key.getAlgorithm();
    };
  }
}
