package io.mpoauth2.client.endpoint.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one private key of a PEM file: PKCS#8, as it is or under a password. */
public final class PrivateKeyPem {
  private static final String PLAIN = "PRIVATE KEY";
  private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";

  private final Pem part;

  private PrivateKeyPem(Pem part) {
    this.part = part;
  }

  /**
   * Finds it among what else is there: certificates, comments.
   *
   * @param file all of the file
   * @return the key, not yet understood
   * @throws UnusableKeyException if there is none, or another kind, or more than one
   */
  public static PrivateKeyPem in(byte[] file) throws UnusableKeyException {
    List<Pem> keys = Pem.parts(file).stream().filter(PrivateKeyPem::isKey).toList();
    if (keys.size() > 1) {
      throw new UnusableKeyException("has more than one private key; leave the one that counts");
    }
    if (keys.isEmpty()) {
      throw new UnusableKeyException(NoPrivateKey.whatIsIn(file));
    }
    return new PrivateKeyPem(keys.get(0));
  }

  private static boolean isKey(Pem part) {
    return part.label().equals(PLAIN) || part.label().equals(ENCRYPTED);
  }

  /**
   * Says whether a password is needed.
   *
   * @return true if it is encrypted
   */
  public boolean isEncrypted() {
    return part.label().equals(ENCRYPTED);
  }

  /**
   * Gives the key.
   *
   * @param password counts where it is encrypted
   * @return null if that is not the password
   * @throws UnusableKeyException if it is none that this JVM understands
   */
  public @Nullable PrivateKey key(Password password) throws UnusableKeyException {
    if (part.der().length == 0) {
      throw new UnusableKeyException(
          "has a damaged private key, which is no base64; where \\n stands as two characters, as in"
              + " JSON, a line break is needed");
    }
    if (!isEncrypted()) {
      return understood(part.der());
    }
    byte[] pkcs8 = EncryptedKey.decrypted(part.der(), password);
    // One wrong password in 256 leaves something that is padded rightly.
    return pkcs8 == null || !isSequence(pkcs8) ? null : understood(pkcs8);
  }

  private static boolean isSequence(byte[] der) {
    return der.length > 1 && der[0] == 0x30;
  }

  private static PrivateKey understood(byte[] pkcs8) throws UnusableKeyException {
    for (String kind : List.of("RSA", "EC", "EdDSA", "RSASSA-PSS")) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (GeneralSecurityException | RuntimeException e) {
        // Of another kind, or damaged; what the JDK says may quote it.
      }
    }
    throw new UnusableKeyException(
        "has a damaged private key, or one that is neither RSA nor EC (P-256, P-384, P-521) nor"
            + " Ed25519 nor Ed448");
  }

  /** Does not show the key. */
  @Override
  public String toString() {
    return "PrivateKeyPem[" + part.label() + "]";
  }
}
