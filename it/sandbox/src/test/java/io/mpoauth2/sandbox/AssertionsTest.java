package io.mpoauth2.sandbox;

import static io.mpoauth2.sandbox.SandboxCaller.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionsTest {
  private static final String GRANT = "grant_type=client_credentials";
  private static final String JWT_GRANT =
      "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=";
  private static final String TYPE =
      "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final String LONG_SECRET = "0123456789".repeat(7);

  private final Sandbox sandbox = Sandbox.start();
  private final SandboxCaller caller = new SandboxCaller(sandbox);
  private final PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);

  AssertionsTest() throws JoseException {
    sandbox.changeKeys(set(key));
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void assertion_signed_with_the_clients_key_is_accepted() throws JoseException {
    assertAccepted(ask(signed(key, "ES256", claims -> {})));
  }

  @Test
  void the_issuer_is_an_audience_too() throws JoseException {
    assertAccepted(
        ask(signed(key, "ES256", claims -> claims.setAudience(sandbox.baseUri().toString()))));
  }

  @ParameterizedTest
  @CsvSource({"RS256", "PS512"})
  void rsa_is_accepted(String algorithm) throws JoseException {
    PublicJsonWebKey rsa = RsaJwkGenerator.generateJwk(2048);
    sandbox.changeKeys(set(rsa));

    assertAccepted(ask(signed(rsa, algorithm, claims -> {})));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {OctetKeyPairJsonWebKey.SUBTYPE_ED25519, OctetKeyPairJsonWebKey.SUBTYPE_ED448})
  void edwards_curves_are_accepted(String curve) throws JoseException {
    PublicJsonWebKey edwards = OkpJwkGenerator.generateJwk(curve);
    sandbox.changeKeys(set(edwards));

    assertAccepted(ask(signed(edwards, "EdDSA", claims -> {})));
  }

  @Test
  void assertion_is_refused_the_second_time() throws JoseException {
    String assertion = signed(key, "ES256", claims -> {});

    assertAccepted(ask(assertion));
    assertRefused(ask(assertion), "invalid_client");
  }

  @Test
  void assertion_for_another_audience_is_refused() throws JoseException {
    for (String other : List.of("https://login.example", sandbox.baseUri() + "/")) {
      assertRefused(
          ask(signed(key, "ES256", claims -> claims.setAudience(other))), "invalid_client");
    }
  }

  @Test
  void assertion_that_has_ended_or_is_valid_for_hours_is_refused() throws JoseException {
    assertRefused(ask(signed(key, "ES256", claims -> expire(claims, -1))), "invalid_client");
    assertRefused(ask(signed(key, "ES256", claims -> expire(claims, 2 * 3600))), "invalid_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub", "aud", "exp", "iat", "jti"})
  void assertion_that_does_not_say_everything_is_refused(String claim) throws JoseException {
    assertRefused(ask(signed(key, "ES256", claims -> claims.unsetClaim(claim))), "invalid_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub"})
  void assertion_of_somebody_else_is_refused(String claim) throws JoseException {
    assertRefused(
        ask(signed(key, "ES256", claims -> claims.setStringClaim(claim, "other"))),
        "invalid_client");
  }

  @Test
  void assertion_signed_with_another_key_is_refused() throws JoseException {
    PublicJsonWebKey other = EcJwkGenerator.generateJwk(EllipticCurves.P256);

    assertRefused(ask(signed(other, "ES256", claims -> {})), "invalid_client");
  }

  @Test
  void key_is_looked_for_by_its_id() throws JoseException {
    key.setKeyId("2026");
    sandbox.changeKeys(set(key));

    assertAccepted(ask(signed(key, "ES256", claims -> {})));
    key.setKeyId("2027");
    assertRefused(ask(signed(key, "ES256", claims -> {})), "invalid_client");
  }

  @Test
  void long_secret_signs_and_a_short_one_does_not() throws JoseException {
    sandbox.changeSecret(LONG_SECRET);
    assertAccepted(ask(signedWith(LONG_SECRET, "HS512")));
    assertRefused(ask(signedWith("x" + LONG_SECRET, "HS256")), "invalid_client");

    sandbox.changeSecret("short");
    assertRefused(ask(signedWith("short", "HS256")), "invalid_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b.c", "", "eyJhbGciOiJub25lIn0.e30."})
  void what_is_no_signed_assertion_is_refused(String assertion) {
    assertRefused(ask(assertion), "invalid_client");
  }

  @Test
  void assertion_of_another_type_or_beside_another_proof_is_refused() throws JoseException {
    String parameter = "&client_assertion=" + signed(key, "ES256", claims -> {});

    assertRefused(post(GRANT + parameter), "invalid_client");
    assertRefused(post(GRANT + TYPE + parameter + "&client_id=other"), "invalid_client");
    assertRefused(post(GRANT + TYPE + parameter + "&client_secret=x"), "invalid_request");
    assertRefused(caller.askToken(GRANT + TYPE + parameter), "invalid_request");
  }

  @Test
  void assertion_as_grant_stands_alone_and_is_of_anybody() throws JoseException {
    String assertion = signed(key, "ES256", claims -> claims.setSubject("user@example.com"));

    assertAccepted(post(JWT_GRANT + assertion));
    assertRefused(post(JWT_GRANT + assertion), "invalid_grant");
    assertRefused(post(JWT_GRANT + "a.b.c"), "invalid_grant");
    assertRefused(post(JWT_GRANT), "invalid_grant");
  }

  /** Whatever the client calls its key: PEM has no name for it. */
  @ParameterizedTest
  @CsvSource({"RSA, RS256", "EC, ES256", "Ed25519, EdDSA"})
  void a_public_key_in_pem_will_do(String kind, String algorithm) throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance(kind).generateKeyPair();
    PublicJsonWebKey own = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
    own.setPrivateKey(pair.getPrivate());
    own.setKeyId("2026-11");

    String pem =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPublic().getEncoded());
    caller.steer("keys", "-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----\n");

    assertAccepted(ask(signed(own, algorithm, claims -> {})));
  }

  @Test
  void what_is_no_set_of_keys_is_a_mistake_of_the_test() {
    assertThatIllegalArgumentException().isThrownBy(() -> sandbox.changeKeys("{}"));
    assertThat(caller.steer("keys", "nonsense").statusCode()).isEqualTo(400);
  }

  /** Else each assertion would be refused, and nobody would know why. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"keys\":[]}",
        "{\"keys\":\"none\"}",
        "{\"keys\":[\"none\"]}",
        "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"!\",\"e\":\"AQAB\"}]}"
      })
  void a_set_without_a_key_is_a_mistake_of_the_test_too(String set) {
    assertThatIllegalArgumentException().isThrownBy(() -> sandbox.changeKeys(set));
    assertThat(caller.steer("keys", set).statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> ask(String assertion) {
    return post(
        GRANT
            + TYPE
            + "&client_id="
            + Sandbox.DEFAULT_CLIENT_ID
            + "&client_assertion="
            + URLEncoder.encode(assertion, UTF_8));
  }

  private HttpResponse<String> post(String form) {
    return caller.send(caller.tokenRequest(form));
  }

  private String signed(PublicJsonWebKey with, String algorithm, Consumer<JwtClaims> change)
      throws JoseException {
    JsonWebSignature jws = unsigned(algorithm, change);
    jws.setKey(with.getPrivateKey());
    if (with.getKeyId() != null) {
      jws.setKeyIdHeaderValue(with.getKeyId());
    }
    return jws.getCompactSerialization();
  }

  private String signedWith(String secret, String algorithm) throws JoseException {
    JsonWebSignature jws = unsigned(algorithm, claims -> {});
    jws.setKey(new HmacKey(secret.getBytes(UTF_8)));
    jws.setDoKeyValidation(false);
    return jws.getCompactSerialization();
  }

  private JsonWebSignature unsigned(String algorithm, Consumer<JwtClaims> change) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(Sandbox.DEFAULT_CLIENT_ID);
    claims.setSubject(Sandbox.DEFAULT_CLIENT_ID);
    claims.setAudience(sandbox.tokenEndpoint().toString());
    claims.setGeneratedJwtId();
    claims.setIssuedAtToNow();
    expire(claims, 60);
    change.accept(claims);
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(algorithm);
    jws.setHeader("typ", "JWT");
    jws.setPayload(claims.toJson());
    return jws;
  }

  private static void expire(JwtClaims claims, int seconds) {
    NumericDate end = NumericDate.now();
    end.addSeconds(seconds);
    claims.setExpirationTime(end);
  }

  private static String set(PublicJsonWebKey key) {
    return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  private static void assertAccepted(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(json(response).get("token_type").asText()).isEqualTo("Bearer");
  }

  private static void assertRefused(HttpResponse<String> response, String error) {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).isEqualTo("{\"error\":\"" + error + "\"}");
  }
}
