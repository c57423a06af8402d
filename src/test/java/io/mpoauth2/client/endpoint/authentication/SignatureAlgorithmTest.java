package io.mpoauth2.client.endpoint.authentication;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.Keys;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureAlgorithmTest {

  /** RFC 7518, section 3.1; RFC 8037, section 3.1; RFC 9864. */
  @ParameterizedTest
  @CsvSource({
    "SECRET,HS256 HS384 HS512",
    "RSA,RS256 RS384 RS512 PS256 PS384 PS512",
    "RSA_PSS,PS256 PS384 PS512",
    "P_256,ES256",
    "P_384,ES384",
    "P_521,ES512",
    "ED25519,EdDSA Ed25519",
    "ED448,EdDSA Ed448"
  })
  void a_kind_of_key_goes_with_these_the_default_first(KeyKind kind, String names) {
    assertThat(
            SignatureAlgorithm.of(kind).stream().map(Enum::name).collect(Collectors.joining(" ")))
        .isEqualTo(names);
  }

  @ParameterizedTest
  @EnumSource
  void a_name_may_have_any_case(SignatureAlgorithm algorithm) {
    assertThat(SignatureAlgorithm.named(algorithm.name())).contains(algorithm);
    assertThat(SignatureAlgorithm.named(algorithm.name().toLowerCase(Locale.ROOT)))
        .contains(algorithm);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "RS", "RS256 ", "SHA256withRSA"})
  void what_is_no_name_gives_none(String name) {
    assertThat(SignatureAlgorithm.named(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RS256,RSA", "RS384,RSA", "RS512,RSA",
    "PS256,RSA", "PS384,RSA", "PS512,RSA",
    "ES256,P-256", "ES384,P-384", "ES512,P-521",
    "EdDSA,Ed25519", "Ed25519,Ed25519", "Ed448,Ed448"
  })
  void a_signature_is_known_by_the_other_half_of_its_key_alone(
      SignatureAlgorithm algorithm, String key) throws GeneralSecurityException {
    KeyPair pair = Keys.named(key);
    byte[] text = "header.claims".getBytes(US_ASCII);

    byte[] signed = algorithm.sign(pair.getPrivate(), text);

    assertThat(algorithm.isSignedWith(pair.getPublic(), text, signed)).isTrue();
    assertThat(algorithm.isSignedWith(Keys.named(key).getPublic(), text, signed)).isFalse();
    assertThat(algorithm.isSignedWith(pair.getPublic(), new byte[1], signed)).isFalse();
  }

  @Test
  void every_algorithm_goes_with_some_key() {
    assertThat(
            Arrays.stream(KeyKind.values()).flatMap(kind -> SignatureAlgorithm.of(kind).stream()))
        .contains(SignatureAlgorithm.values());
  }
}
