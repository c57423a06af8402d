package io.mpoauth2.client.endpoint.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mpoauth2.client.testing.Identity;
import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncryptedKeyTest {
  private static final Password PASSWORD = new Password("the-password", "s3cr3t");

  /** What one wrong password in 256 leaves: it is padded rightly, and is anything. */
  @ParameterizedTest
  @MethodSource
  void what_is_padded_rightly_and_no_key_has_another_password(byte[] left) throws Exception {
    assertThat(decrypted(left)).isNull();
  }

  static byte[][] what_is_padded_rightly_and_no_key_has_another_password() {
    return new byte[][] {{}, {0x30}, {0x31, 0}, {1, 2, 3, 4, 5, 6, 7}};
  }

  @Test
  void what_begins_as_a_key_and_is_none_is_damaged() {
    assertThatExceptionOfType(UnusableKeyException.class)
        .isThrownBy(() -> decrypted(new byte[] {0x30, 1, 2}))
        .withMessageContaining("damaged")
        .withNoCause();
  }

  private static @Nullable PrivateKey decrypted(byte[] content) throws Exception {
    String pem = Identity.encryptedPem(content, PASSWORD.value());
    return PrivateKeyPem.in(pem.getBytes(UTF_8)).key(PASSWORD);
  }
}
