package io.mpoauth2.client.endpoint.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.Keys;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyKindTest {

  @ParameterizedTest
  @CsvSource({
    "RSA,RSA",
    "P-256,P_256",
    "P-384,P_384",
    "P-521,P_521",
    "Ed25519,ED25519",
    "Ed448,ED448"
  })
  void either_key_of_a_pair_says_what_it_is(String name, KeyKind kind) {
    KeyPair pair = Keys.named(name);

    assertThat(KeyKind.of(pair.getPrivate())).contains(kind);
    assertThat(KeyKind.of(pair.getPublic())).contains(kind);
  }

  @Test
  void an_rsa_key_may_say_that_it_is_for_pss_alone() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("RSASSA-PSS").generateKeyPair();

    assertThat(KeyKind.of(pair.getPrivate())).contains(KeyKind.RSA_PSS);
  }

  @Test
  void a_client_secret_is_a_key_as_well() {
    assertThat(KeyKind.of(new SecretKeySpec(new byte[] {1}, "HmacSHA256")))
        .contains(KeyKind.SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
  void the_curve_counts_and_not_the_provider(String curve) throws GeneralSecurityException {
    assertThat(KeyKind.of(ofBouncyCastle(curve).getPrivate()))
        .isEqualTo(KeyKind.of(Keys.ec(curve).getPrivate()))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256k1", "brainpoolP256r1", "brainpoolP384r1", "secp224r1"})
  void no_jwt_is_signed_on_another_curve_though_its_keys_be_as_long(String curve)
      throws GeneralSecurityException {
    assertThat(KeyKind.of(ofBouncyCastle(curve).getPrivate())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X25519", "DSA", "DH"})
  void no_jwt_is_signed_with_another_kind_of_key(String algorithm) throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();

    assertThat(KeyKind.of(pair.getPrivate())).isEmpty();
  }

  @Test
  void each_has_words_of_its_own_for_a_sentence() {
    List<String> words = Arrays.stream(KeyKind.values()).map(KeyKind::words).toList();

    assertThat(words).doesNotHaveDuplicates().allMatch(each -> each.matches("an? \\S.+"));
  }

  private static KeyPair ofBouncyCastle(String curve) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }
}
