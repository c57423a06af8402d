package io.mpoauth2.client.endpoint.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.fuzzing.InTime;
import java.util.List;

/** Any bytes as a key store and as a trust store: as they are, and as PEM of them. */
public final class AnyStoreFile {
  private static final Password MISSING = new Password("the-password", "");
  private static final Password PASSWORD = new Password("the-password", "changeit");

  private AnyStoreFile() {}

  public static void fuzzerTestOneInput(byte[] input) {
    InTime.ofAnyAnswer(
        () -> {
          read(input);
          read(Armor.around("CERTIFICATE", input));
          read(Armor.around("PRIVATE KEY", input));
        });
  }

  private static void read(byte[] file) {
    for (Password password : List.of(PASSWORD, MISSING)) {
      try {
        assertThat(TrustStoreFile.read(file, password)).isNotEmpty();
      } catch (UnusableKeyException e) {
        assertTellable(e);
      }
      try {
        ClientCertificate read = KeyStoreFile.read(file, password, "");
        assertThat(read.chain()).hasSizeBetween(1, 20);
        assertThat(read.toString().length() + read.invalidNow().length()).isLessThan(200);
      } catch (UnusableKeyException e) {
        assertTellable(e);
      }
    }
  }

  /** Names of entries are all of a file that may be shown. */
  private static void assertTellable(UnusableKeyException e) {
    String message = String.valueOf(e.getMessage());
    assertThat(message.length()).isBetween(1, 3_000);
    assertThat(message.chars().allMatch(c -> c >= ' ' && c != 0x7F && c < 0x2028)).isTrue();
    assertThat(message.contains("changeit")).isFalse();
    assertThat(e).hasNoCause().hasNoSuppressedExceptions();
  }
}
