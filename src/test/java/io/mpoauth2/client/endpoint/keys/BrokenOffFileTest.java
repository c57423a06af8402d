package io.mpoauth2.client.endpoint.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.testing.Identity;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However early a file ends, it is told as what can be known of it by then. */
class BrokenOffFileTest {
  private static final Password NONE = new Password("the-password", "");
  private static final int LONGEST_HEAD = 20;

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS", "JCEKS"})
  void a_key_store_that_breaks_off_is_told(String type) throws Exception {
    assertIsToldWhereverItEnds(store(type));
  }

  @Test
  void a_key_or_certificate_that_breaks_off_is_told() throws Exception {
    Identity own = Identity.selfSigned("RSA");

    assertIsToldWhereverItEnds(own.key().getEncoded());
    assertIsToldWhereverItEnds(own.certificate().getEncoded());
    assertIsToldWhereverItEnds(own.keyPem().getBytes(UTF_8));
    assertIsToldWhereverItEnds("\uFEFF0".getBytes(UTF_8));
  }

  @Test
  void pkcs_12_is_known_by_the_version_and_no_earlier() throws Exception {
    byte[] store = store("PKCS12");

    // 30 82 nn nn 02 01 03
    assertThat(noKeyIn(Arrays.copyOf(store, 6))).contains("is DER");
    assertThat(noKeyIn(Arrays.copyOf(store, 7))).contains("PKCS#12");
  }

  /** X.690, section 8.1.3: in one byte, in more, or not said. */
  @Test
  void pkcs_12_is_known_however_its_length_is_written() {
    List<byte[]> heads =
        List.of(
            new byte[] {0x30, 3},
            new byte[] {0x30, (byte) 0x80},
            new byte[] {0x30, (byte) 0x81, 3},
            new byte[] {0x30, (byte) 0x82, 0, 3},
            new byte[] {0x30, (byte) 0x84, 0, 0, 0, 3});
    for (byte[] head : heads) {
      byte[] file = Arrays.copyOf(head, head.length + 3);
      file[head.length] = 2;
      file[head.length + 1] = 1;
      file[head.length + 2] = 3;

      assertThat(Format.of(file)).isEqualTo(Format.PKCS12);
      assertThat(noKeyIn(file)).contains("PKCS#12");
    }
  }

  @Test
  void an_older_key_store_is_named_with_what_converts_it() throws Exception {
    assertThat(problem(() -> KeyStoreFile.read(store("JCEKS"), NONE, "")))
        .startsWith("is a Java key store (JCEKS)")
        .contains("-srcstoretype JCEKS");
  }

  @Test
  void a_key_that_signs_no_jwt_is_told_as_one() {
    assertThat(noKeyIn(Identity.pem("DSA PRIVATE KEY", new byte[] {1}).getBytes(UTF_8)))
        .startsWith("has a DSA key")
        .doesNotContain("convert");
  }

  private static void assertIsToldWhereverItEnds(byte[] file) {
    for (int length = 0; length < Math.min(file.length, LONGEST_HEAD); length++) {
      byte[] part = Arrays.copyOf(file, length);

      assertThat(noKeyIn(part)).matches("(is|has) .+");
      assertThat(problem(() -> KeyStoreFile.read(part, NONE, ""))).matches("(is|has) .+");
      assertThat(problem(() -> TrustStoreFile.read(part, NONE))).matches("(is|has) .+");
    }
  }

  private static String noKeyIn(byte[] file) {
    return problem(() -> PrivateKeyPem.in(file));
  }

  private static String problem(ThrowingCallable reading) {
    return String.valueOf(catchThrowableOfType(UnusableKeyException.class, reading).getMessage());
  }

  private static byte[] store(String type) throws Exception {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    Identity.selfSigned().addTo(store, "key", "changeit");
    return Identity.bytes(store, "changeit");
  }
}
