package io.mpoauth2.client.endpoint.keys;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A private key under a password: {@code ENCRYPTED PRIVATE KEY} of RFC 7468, section 11. */
final class EncryptedKey {
  /** What the JDK calls the only kinds of PBES2 it reads (RFC 8018, section 6.2). */
  private static final Pattern PBES2 =
      Pattern.compile("PBEWith(?<prf>Hmac\\w+)AndAES_(?<bits>128|256)");

  /** Seconds; OpenSSL takes thousands, the cautious a million. */
  private static final int MOST_ROUNDS = 5_000_000;

  private EncryptedKey() {}

  /**
   * Undoes it.
   *
   * @return the PKCS#8; null if this is not the password
   */
  static byte @Nullable [] decrypted(byte[] der, Password password) throws UnusableKeyException {
    char[] typed = password.characters();
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
      AlgorithmParameters parameters = info.getAlgParameters();
      // By its name alone the JDK, up to 17, says no more than PBES2.
      if (parameters.getParameterSpec(PBEParameterSpec.class).getIterationCount() > MOST_ROUNDS) {
        throw new UnusableKeyException("has a key under more than five million rounds of a hash");
      }
      Matcher pbes2 = PBES2.matcher(String.valueOf(parameters));
      Cipher cipher =
          pbes2.matches()
              ? aes(pbes2, typed, parameters.getParameterSpec(PBEParameterSpec.class))
              : older(info.getAlgName(), typed, parameters);
      return cipher.doFinal(info.getEncryptedData());
    } catch (BadPaddingException e) {
      return null;
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw new UnusableKeyException(
          "has a key that is encrypted in a way this JVM cannot undo; convert it:"
              + " openssl pkcs8 -topk8 -v2 aes-256-cbc -in <this file> -out <new file>");
    }
  }

  /** Step by step: the JDK's own way takes no password with letters beyond ASCII. */
  private static Cipher aes(Matcher name, char[] password, PBEParameterSpec parameters)
      throws GeneralSecurityException {
    PBEKeySpec derivation =
        new PBEKeySpec(
            password,
            parameters.getSalt(),
            parameters.getIterationCount(),
            Integer.parseInt(name.group("bits")));
    byte[] key =
        SecretKeyFactory.getInstance("PBKDF2With" + name.group("prf"))
            .generateSecret(derivation)
            .getEncoded();
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), parameters.getParameterSpec());
    return cipher;
  }

  private static Cipher older(String name, char[] password, AlgorithmParameters parameters)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(name);
    cipher.init(
        Cipher.DECRYPT_MODE,
        SecretKeyFactory.getInstance(name).generateSecret(new PBEKeySpec(password)),
        parameters);
    return cipher;
  }
}
