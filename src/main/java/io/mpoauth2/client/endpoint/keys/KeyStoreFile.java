package io.mpoauth2.client.endpoint.keys;

import java.security.PrivateKey;

/** A file with a private key and its certificates: PEM, in any order, or PKCS#12. */
public final class KeyStoreFile {
  private KeyStoreFile() {}

  /**
   * Reads it.
   *
   * @param content the file
   * @param password of the file, or of the key in it
   * @param alias which entry of a PKCS#12 file; empty for the only one
   * @return the key with its certificates
   * @throws UnusableKeyException if there is none that can be used, or it is not clear which
   */
  public static ClientCertificate read(byte[] content, Password password, String alias)
      throws UnusableKeyException {
    Format format = Format.of(content);
    return switch (format) {
      case PKCS12 -> Pkcs12.of(content, password).keyOf(alias);
      case PEM -> Chain.of(key(content, password), PemCertificates.in(content));
      default -> throw format.problem();
    };
  }

  /**
   * Says whether its entries have names.
   *
   * @param content the file
   * @return false for PEM
   */
  public static boolean hasAliases(byte[] content) {
    return Format.of(content) != Format.PEM;
  }

  private static PrivateKey key(byte[] content, Password password) throws UnusableKeyException {
    PrivateKeyPem pem = PrivateKeyPem.in(content);
    if (pem.isEncrypted() && password.isMissing()) {
      throw new UnusableKeyException(
          "has a private key that is encrypted; set " + password.property());
    }
    PrivateKey key = pem.key(password);
    if (key == null) {
      throw new UnusableKeyException(
          "has a private key with another password than " + password.property());
    }
    return key;
  }
}
