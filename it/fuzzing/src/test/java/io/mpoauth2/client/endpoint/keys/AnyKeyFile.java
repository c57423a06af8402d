package io.mpoauth2.client.endpoint.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.mpoauth2.client.endpoint.authentication.JwsSigner;
import io.mpoauth2.client.endpoint.authentication.KeyCertificate;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.endpoint.authentication.SignatureAlgorithm;
import io.mpoauth2.fuzzing.InTime;
import java.util.Arrays;
import java.util.Map;

/**
 * Any bytes as the file of a private key, and of a certificate: as they are, and as PEM of them.
 */
public final class AnyKeyFile {
  private static final Password PASSWORD = new Password("the-password", "changeit");
  private static final JwsSigner SIGNER =
      JwsSigner.of(SignatureAlgorithm.HS256, new Secret(PASSWORD.value()), Map.of());

  /** A made-up input of that length is no word of ours. */
  private static final int LEAST_TELLING = 24;

  private AnyKeyFile() {}

  public static void fuzzerTestOneInput(byte[] input) {
    InTime.ofAnyAnswer(
        () -> {
          read(input);
          read(Armor.around("PRIVATE KEY", input));
          read(Armor.around("ENCRYPTED PRIVATE KEY", input));
          read(Armor.around("CERTIFICATE", input));
        });
  }

  private static void read(byte[] file) {
    try {
      PrivateKeyPem.in(file).key(PASSWORD);
    } catch (UnusableKeyException e) {
      tellsNothing(e, file);
    }
    try {
      KeyCertificate.of(file, SIGNER);
    } catch (UnusableKeyException e) {
      tellsNothing(e, file);
    }
  }

  private static void tellsNothing(UnusableKeyException e, byte[] file) {
    String message = String.valueOf(e.getMessage());
    String text = new String(file, ISO_8859_1).strip();
    // What should begin a part is named by messages, and may be all of a file.
    boolean isTold =
        text.length() >= LEAST_TELLING
            && message.replaceAll("-----[A-Z ]+-----", "").contains(text);
    if (isTold || message.matches("(?s).*\\p{Cntrl}.*") || e.getCause() != null) {
      throw new AssertionError("told: " + message + " of " + Arrays.toString(file));
    }
  }
}
