package io.mpoauth2.client.endpoint.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.Keys;
import java.security.Key;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is signed here, another implementation understands. */
class JwtAssertionTest {
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00.999Z");
  private static final Secret SECRET = new Secret("0123456789".repeat(7) + "é");

  @ParameterizedTest
  @CsvSource({
    "RS256,RSA", "RS384,RSA", "RS512,RSA",
    "PS256,RSA", "PS384,RSA", "PS512,RSA",
    "ES256,P-256", "ES384,P-384", "ES512,P-521",
    "EdDSA,Ed25519", "EdDSA,Ed448"
  })
  void a_signature_by_a_private_key_is_verified(SignatureAlgorithm algorithm, String key)
      throws JoseException {
    KeyPair pair = Keys.named(key);
    JwtAssertion assertion =
        assertion(new JwsSigner(algorithm, pair.getPrivate(), Map.of()), Map.of());

    assertThat(isVerified(assertion.signed(NOON), pair.getPublic(), algorithm)).isTrue();
  }

  /** RFC 9864 has them; the other implementation does not know them yet by these names. */
  @ParameterizedTest
  @CsvSource({"Ed25519", "Ed448"})
  void an_edwards_curve_can_stand_in_the_header_by_its_own_name(SignatureAlgorithm algorithm) {
    KeyPair pair = Keys.named(algorithm.name());

    Secret jwt =
        assertion(new JwsSigner(algorithm, pair.getPrivate(), Map.of()), Map.of()).signed(NOON);

    assertThat(Jwt.of(jwt.value()).header()).contains("\"alg\":\"" + algorithm + '"');
  }

  @ParameterizedTest
  @CsvSource({"HS256", "HS384", "HS512"})
  void a_signature_by_a_secret_is_verified_with_its_utf_8(SignatureAlgorithm algorithm)
      throws JoseException {
    JwtAssertion assertion = assertion(JwsSigner.of(algorithm, SECRET, Map.of()), Map.of());

    Key key = new SecretKeySpec(SECRET.value().getBytes(UTF_8), "Hmac");

    assertThat(isVerified(assertion.signed(NOON), key, algorithm)).isTrue();
  }

  /** RFC 7518, section 3.4: R and S, each as long as the curve; DER would begin with 0x30. */
  @ParameterizedTest
  @CsvSource({"ES256,P-256,64", "ES384,P-384,96", "ES512,P-521,132"})
  void an_ec_signature_is_two_numbers_of_one_length(
      SignatureAlgorithm algorithm, String curve, int length) {
    JwsSigner signer = new JwsSigner(algorithm, Keys.named(curve).getPrivate(), Map.of());

    for (int i = 0; i < 20; i++) {
      assertThat(Jwt.of(assertion(signer, Map.of()).signed(NOON).value()).signatureLength())
          .isEqualTo(length);
    }
  }

  @Test
  void it_says_who_to_whom_and_when() throws Exception {
    JwtAssertion assertion =
        assertion(JwsSigner.of(SignatureAlgorithm.HS256, SECRET, Map.of()), Map.of());

    JwtClaims claims = claims(assertion);

    assertThat(claims.getIssuer()).isEqualTo("clientId");
    assertThat(claims.getSubject()).isEqualTo("subject");
    assertThat(claims.getAudience()).containsExactly("https://login.example/");
    assertThat(claims.getClaimValue("iat", Long.class)).isEqualTo(NOON.getEpochSecond());
    assertThat(claims.getClaimValue("exp", Long.class)).isEqualTo(NOON.getEpochSecond() + 60);
    assertThat(claims.getClaimNames())
        .containsExactlyInAnyOrder("iss", "sub", "aud", "iat", "exp", "jti");
  }

  @Test
  void each_has_an_id_of_its_own() throws Exception {
    JwtAssertion assertion =
        assertion(JwsSigner.of(SignatureAlgorithm.HS256, SECRET, Map.of()), Map.of());

    assertThat(claims(assertion).getJwtId())
        .isNotEmpty()
        .isNotEqualTo(claims(assertion).getJwtId());
  }

  @Test
  void a_part_of_a_second_counts_as_one() throws Exception {
    JwtAssertion assertion =
        new JwtAssertion(
            new AssertionClaims("i", "s", "a", Duration.ofMillis(1), Map.of()),
            JwsSigner.of(SignatureAlgorithm.HS256, SECRET, Map.of()));

    assertThat(claims(assertion).getClaimValue("exp", Long.class))
        .isEqualTo(NOON.getEpochSecond() + 1);
  }

  @Test
  void whatever_stands_in_a_claim_comes_out_of_it() throws Exception {
    String odd = "a\"b\\c/d\u0000\n\t\u001f\u007fé\u20ac😀\u2028 {}";
    Map<String, String> own = new TreeMap<>(Map.of("odd", odd, "o\"dd\n", "true"));
    JwtAssertion assertion =
        assertion(JwsSigner.of(SignatureAlgorithm.HS256, SECRET, Map.of()), own);

    JwtClaims claims = claims(assertion);

    assertThat(claims.getClaimValue("odd", String.class)).isEqualTo(odd);
    assertThat(claims.getClaimValue("o\"dd\n", String.class)).isEqualTo("true");
  }

  @Test
  void the_header_has_type_key_id_and_thumbprint() {
    JwsSigner signer =
        JwsSigner.of(SignatureAlgorithm.HS256, SECRET, Map.of("kid", "k\"1"))
            .naming("x5t#S256", "abc");

    assertThat(Jwt.of(assertion(signer, Map.of()).signed(NOON).value()).header())
        .isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"k\\\"1\",\"x5t#S256\":\"abc\"}");
  }

  @Test
  void equal_keys_and_claims_make_equal_assertions() {
    KeyPair pair = Keys.named("P-256");
    JwsSigner signer = new JwsSigner(SignatureAlgorithm.ES256, pair.getPrivate(), Map.of());
    JwsSigner other =
        new JwsSigner(SignatureAlgorithm.ES256, Keys.named("P-256").getPrivate(), Map.of());

    assertThat(assertion(signer, Map.of()))
        .isEqualTo(assertion(signer, Map.of()))
        .isNotEqualTo(assertion(other, Map.of()))
        .isNotEqualTo(assertion(signer, Map.of("a", "b")))
        .isNotEqualTo(assertion(signer.naming("kid", "1"), Map.of()));
  }

  @Test
  void neither_the_audiences_query_nor_claims_of_ones_own_are_shown() {
    AssertionClaims claims =
        new AssertionClaims(
            "c",
            "c",
            "https://login.example/token?key=s3cr3t",
            Duration.ofMinutes(1),
            Map.of("pin", "s3cr3t"));

    assertThat(claims.toString()).isEqualTo("AssertionClaims[c]");
  }

  @Test
  void nothing_of_a_key_is_shown() {
    JwsSigner signer = JwsSigner.of(SignatureAlgorithm.HS256, SECRET, Map.of("kid", "1"));

    assertThat(assertion(signer, Map.of()).toString())
        .contains("HS256", "kid")
        .doesNotContain("0123456789", "SecretKey");
    assertThat(assertion(signer, Map.of()).signed(NOON)).hasToString("(hidden)");
  }

  @Test
  void a_key_of_another_kind_cannot_sign_and_does_not_tell_why() {
    JwsSigner signer =
        new JwsSigner(SignatureAlgorithm.RS256, Keys.named("P-256").getPrivate(), Map.of());

    assertThat(signer.works()).isFalse();
    assertThat(
            new JwsSigner(SignatureAlgorithm.RS256, Keys.named("RSA").getPrivate(), Map.of())
                .works())
        .isTrue();
  }

  private static JwtAssertion assertion(JwsSigner signer, Map<String, String> own) {
    return new JwtAssertion(
        new AssertionClaims(
            "clientId", "subject", "https://login.example/", Duration.ofMinutes(1), own),
        signer);
  }

  private static JwtClaims claims(JwtAssertion assertion) throws Exception {
    return JwtClaims.parse(Jwt.of(assertion.signed(NOON).value()).claims());
  }

  private static boolean isVerified(Secret jwt, Key key, SignatureAlgorithm algorithm)
      throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmConstraints(
        new AlgorithmConstraints(ConstraintType.PERMIT, algorithm.name()));
    signature.setCompactSerialization(jwt.value());
    signature.setKey(key);
    return signature.verifySignature();
  }
}
