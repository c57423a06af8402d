package io.mpoauth2.client.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Who has a name and a key, and can certify those of others. */
public record Subject(X500Principal name, KeyPair keys) {
  public static final Duration VALIDITY = Duration.ofDays(90);

  public static Subject named(String name, KeyPair keys) {
    return new Subject(new X500Principal("CN=" + name), keys);
  }

  public X509Certificate certifies(Subject other) throws GeneralSecurityException, IOException {
    return certifies(other, Instant.now());
  }

  /** Certifies that another, or itself, is localhost. */
  public X509Certificate certifies(Subject other, Instant from)
      throws GeneralSecurityException, IOException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              new JcaX509v3CertificateBuilder(
                      name,
                      new BigInteger(64, new SecureRandom()),
                      Date.from(from),
                      Date.from(from.plus(VALIDITY)),
                      other.name,
                      other.keys.getPublic())
                  .addExtension(
                      Extension.subjectAlternativeName,
                      false,
                      new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")))
                  .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                  .build(signer()));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private ContentSigner signer() throws OperatorCreationException {
    String algorithm = keys.getPrivate().getAlgorithm();
    JcaContentSignerBuilder signer =
        new JcaContentSignerBuilder(
            switch (algorithm) {
              case "EC" -> "SHA256withECDSA";
              case "RSA" -> "SHA256withRSA";
              case "RSASSA-PSS" -> "SHA256withRSAandMGF1";
              default -> "Ed25519";
            });
    if (algorithm.equals("RSASSA-PSS")) {
      // The JDK's does not know the name.
      signer.setProvider(new BouncyCastleProvider());
    }
    return signer.build(keys.getPrivate());
  }
}
