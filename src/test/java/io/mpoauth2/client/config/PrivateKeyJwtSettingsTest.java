package io.mpoauth2.client.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.endpoint.Notice;
import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.testing.Identity;
import io.mpoauth2.client.testing.Keys;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyJwtSettingsTest {
  private static final String PREFIX = "oauth2.client.default.";
  private static final String FILE = PREFIX + "private-key-file";

  private final Path folder;
  private final Path file;
  private final MapConfig config;

  PrivateKeyJwtSettingsTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("key.pem");
    this.config =
        MapConfig.complete("default")
            .without("client-secret")
            .with("client-authentication", "private_key_jwt")
            .with("private-key-file", file.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "RSA,RS256",
    "P-256,ES256",
    "P-384,ES384",
    "P-521,ES512",
    "Ed25519,EdDSA",
    "Ed448,EdDSA"
  })
  void the_key_decides_about_the_algorithm(String kind, String algorithm) throws Exception {
    Files.writeString(file, Keys.pkcs8(Keys.named(kind)));

    assertThat(header(config))
        .containsEntry("alg", algorithm)
        .containsEntry("typ", "JWT")
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"sha256,PS256", "sha384,PS384", "sha512,PS512"})
  @EnabledIf("io.mpoauth2.client.testing.OpenSsl#isThere")
  void a_key_for_one_hash_alone_decides_too(String hash, String algorithm) throws Exception {
    new OpenSsl(folder)
        .run(
            "genpkey -algorithm RSA-PSS -out key.pem -pkeyopt rsa_keygen_bits:2048 -pkeyopt"
                + " rsa_pss_keygen_md:"
                + hash
                + " -pkeyopt rsa_pss_keygen_mgf1_md:"
                + hash);

    assertThat(header(config)).containsEntry("alg", algorithm);
  }

  @ParameterizedTest
  @CsvSource({
    "RSA,RS384",
    "RSA,RS512",
    "RSA,PS256",
    "RSA,PS384",
    "RSA,PS512",
    "Ed448,Ed448",
    "RSA,ps256"
  })
  void another_that_fits_can_be_named(String kind, String algorithm) throws Exception {
    Files.writeString(file, Keys.pkcs8(Keys.named(kind)));

    assertThat(header(config.with("signature-algorithm", algorithm)).get("alg"))
        .asString()
        .isEqualToIgnoringCase(algorithm);
  }

  @ParameterizedTest
  @CsvSource({
    "RSA,ES256,an RSA key",
    "P-384,ES256,an EC key on P-384",
    "P-256,RS256,an EC key on P-256",
    "Ed25519,Ed448,an Ed25519 key",
    "RSA,HS256,an RSA key"
  })
  void one_that_does_not_fit_is_a_problem_that_names_both(String kind, String algorithm, String key)
      throws IOException {
    Files.writeString(file, Keys.pkcs8(Keys.named(kind)));

    assertThat(Reading.problems(config.with("signature-algorithm", algorithm)))
        .singleElement()
        .asString()
        .startsWith(PREFIX + "signature-algorithm " + algorithm + " does not go with " + key)
        .contains(FILE, "; use ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA256", "none", "SHA256withRSA"})
  void one_that_is_none_is_a_problem(String algorithm) throws IOException {
    Files.writeString(file, Keys.pkcs8(Keys.named("P-256")));

    assertThat(Reading.problems(config.with("signature-algorithm", algorithm)))
        .singleElement()
        .asString()
        .startsWith(PREFIX + "signature-algorithm \"" + algorithm + "\" is no algorithm")
        .endsWith("use ES256");
  }

  @Test
  void claims_are_the_clients_unless_set() throws Exception {
    Files.writeString(file, Keys.pkcs8(Keys.named("P-256")));

    JwtClaims claims = claims(config);

    assertThat(claims.getIssuer()).isEqualTo("clientId");
    assertThat(claims.getSubject()).isEqualTo("clientId");
    assertThat(claims.getAudience()).containsExactly("https://login.example/token");
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(60);
  }

  @Test
  void claims_and_header_can_be_set() throws Exception {
    Files.writeString(file, Keys.pkcs8(Keys.named("P-256")));
    config
        .with("key-id", "2026-11")
        .with("assertion-audience", "https://login.example")
        .with("assertion-subject", "someone")
        .with("assertion-lifetime", "90")
        .with("assertion-claims.tenant", "t\"1")
        .with("assertion-claims.https://a.example/x", "2");

    JwtClaims claims = claims(config);

    assertThat(header(config)).containsEntry("kid", "2026-11");
    assertThat(claims.getSubject()).isEqualTo("someone");
    assertThat(claims.getAudience()).containsExactly("https://login.example");
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(90);
    assertThat(claims.getClaimsMap())
        .containsEntry("tenant", "t\"1")
        .containsEntry("https://a.example/x", "2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub", "aud", "exp", "iat", "nbf", "jti"})
  void a_claim_that_is_ours_is_a_problem(String claim) throws IOException {
    Files.writeString(file, Keys.pkcs8(Keys.named("P-256")));

    assertThat(Reading.problems(config.with("assertion-claims." + claim, "x")))
        .singleElement()
        .asString()
        .startsWith(PREFIX + "assertion-claims." + claim + " is no claim of yours");
  }

  @Test
  void id_type_and_assertion_stand_in_the_form_and_nothing_in_the_header() throws IOException {
    Files.writeString(file, Keys.pkcs8(Keys.named("P-256")));

    ClientAuthentication authentication = Reading.client(config).authentication();

    assertThat(authentication.proof(Instant.EPOCH).authorization()).isEmpty();
    assertThat(authentication.proof(Instant.EPOCH).parameters())
        .containsEntry("client_id", "clientId")
        .containsEntry(
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        .containsOnlyKeys("client_id", "client_assertion_type", "client_assertion");
  }

  @Test
  void settings_are_equal_until_the_key_changes() throws IOException {
    Files.writeString(file, Keys.pkcs8(Keys.named("P-256")));
    ClientSettings before = Reading.client(config);
    ClientSettings again = Reading.client(config);
    FileTime time = Files.getLastModifiedTime(file);

    Files.writeString(file, Keys.pkcs8(Keys.named("P-256")));
    Files.setLastModifiedTime(file, time);

    assertThat(again).isEqualTo(before);
    assertThat(Reading.client(config)).isNotEqualTo(before);
  }

  /** As Kubernetes replaces what it mounts. */
  @Test
  void a_link_that_is_switched_leads_to_the_new_key() throws IOException {
    Path one = Files.writeString(folder.resolve("1"), Keys.pkcs8(Keys.named("P-256")));
    Path two = Files.writeString(folder.resolve("2"), Keys.pkcs8(Keys.named("P-256")));
    Files.createSymbolicLink(file, one);
    ClientSettings before = Reading.client(config);

    Files.delete(file);
    Files.createSymbolicLink(file, two);

    assertThat(Reading.client(config)).isNotEqualTo(before);
  }

  @Test
  void a_short_rsa_key_is_a_problem() throws IOException {
    Files.writeString(file, Keys.pkcs8(Keys.rsa(1024)));

    assertThat(Reading.problems(config))
        .containsExactly(
            FILE
                + " \""
                + file
                + "\" has an RSA key of 1024 bits; at least 2048 are needed (RFC 7518, section 3.3)");
  }

  @EnabledIf("io.mpoauth2.client.testing.OpenSsl#isThere")
  @Test
  void a_curve_that_no_jwt_has_is_a_problem() throws IOException {
    new OpenSsl(folder)
        .run("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:secp256k1 -out key.pem");

    assertThat(Reading.problems(config)).singleElement().asString().startsWith(FILE);
  }

  @Test
  void a_file_that_is_no_key_is_a_problem_that_says_what_it_is() throws IOException {
    Files.writeString(file, Keys.pem("RSA PRIVATE KEY", new byte[] {1, 2}));

    assertThat(Reading.problems(config))
        .singleElement()
        .asString()
        .startsWith(FILE + " \"" + file + "\" has an RSA key in PKCS#1")
        .contains("openssl pkcs8 -topk8 -nocrypt");
  }

  @Test
  void a_file_that_is_not_there_is_a_problem() {
    assertThat(Reading.problems(config)).containsExactly(FILE + " \"" + file + "\" does not exist");
  }

  @Test
  void a_folder_is_a_problem_that_says_so() {
    assertThat(Reading.problems(config.with("private-key-file", folder.toString())))
        .containsExactly(FILE + " \"" + folder + "\" cannot be read (a folder)");
  }

  @Test
  void the_key_itself_in_the_property_is_a_problem_that_does_not_show_it() {
    String pem = Keys.pkcs8(Keys.named("Ed25519"));

    assertThat(Reading.problems(config.with("private-key-file", pem)))
        .containsExactly(FILE + " has what belongs into a file; it is to name the file");
  }

  @Test
  void neither_key_nor_assertion_is_a_problem() {
    assertThat(Reading.problems(config.without("private-key-file")))
        .containsExactly(FILE + " is missing; set it or " + PREFIX + "client-assertion-file");
  }

  @EnabledIf("io.mpoauth2.client.testing.OpenSsl#isThere")
  @Test
  void an_encrypted_key_wants_its_password() throws Exception {
    Files.writeString(folder.resolve("plain"), Keys.pkcs8(Keys.named("P-256")));
    new OpenSsl(folder).run("pkcs8 -topk8 -in plain -out key.pem -passout pass:r1ght");
    Path password = folder.resolve("password");

    assertThat(Reading.problems(config))
        .containsExactly(
            FILE
                + " \""
                + file
                + "\" has an encrypted key; set "
                + PREFIX
                + "private-key-password or "
                + PREFIX
                + "private-key-password-file");
    assertThat(Reading.problems(config.with("private-key-password", "wr0ng")))
        .containsExactly(PREFIX + "private-key-password is not the password of the key in " + FILE);
    assertThat(header(config.with("private-key-password", "r1ght"))).containsEntry("alg", "ES256");

    Files.writeString(password, "wr0ng\n");
    config.without("private-key-password").with("private-key-password-file", password.toString());
    assertThat(Reading.problems(config))
        .containsExactly(
            PREFIX + "private-key-password-file is not the password of the key in " + FILE);
    Files.writeString(password, "\uFEFFr1ght\r\n");
    assertThat(header(config)).containsEntry("alg", "ES256");
    assertThat(Reading.problems(config.with("private-key-password", "r1ght")))
        .containsExactly(
            PREFIX
                + "private-key-password and "
                + PREFIX
                + "private-key-password-file are both set; remove one");
  }

  @Test
  void a_password_that_nothing_gives_is_the_only_problem() throws Exception {
    Files.writeString(file, Identity.selfSigned().encryptedKeyPem("r1ght"));

    assertThat(Reading.problems(config.with("private-key-password-file", "${nobody.gives.it}")))
        .singleElement()
        .asString()
        .startsWith(PREFIX + "private-key-password-file is set but has no value");
  }

  @Test
  void a_password_without_need_is_told() throws IOException {
    Files.writeString(file, Keys.pkcs8(Keys.named("P-256")));

    assertThat(Reading.client(config.with("private-key-password", "x")).notices())
        .extracting(Notice::text)
        .containsExactly(PREFIX + "private-key-password: the key in " + FILE + " is not encrypted");
  }

  @EnabledIf("io.mpoauth2.client.testing.OpenSsl#isThere")
  @Test
  void the_header_has_the_thumbprint_of_the_keys_certificate() throws Exception {
    Path all = folder.resolve("all.pem");
    new OpenSsl(folder)
        .run("req -x509 -newkey rsa:2048 -noenc -subj /CN=other -out other.pem -keyout unused.pem")
        .run("req -x509 -newkey rsa:2048 -noenc -subj /CN=me -out cert.pem -keyout key.pem")
        .run("x509 -in cert.pem -outform DER -out cert.der");
    Files.writeString(
        all,
        Files.readString(folder.resolve("other.pem"))
            + Files.readString(folder.resolve("cert.pem")));
    String thumbprint =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(Files.readAllBytes(folder.resolve("cert.der"))));

    for (String each : List.of("cert.pem", "cert.der", "all.pem")) {
      config.with("certificate-file", folder.resolve(each).toString());
      assertThat(header(config)).as(each).containsEntry("x5t#S256", thumbprint);
    }
    assertThat(header(config.with("signature-algorithm", "PS256")))
        .containsEntry("x5t#S256", thumbprint);
  }

  @EnabledIf("io.mpoauth2.client.testing.OpenSsl#isThere")
  @Test
  void a_certificate_of_another_key_or_none_is_a_problem() throws Exception {
    new OpenSsl(folder)
        .run("req -x509 -newkey rsa:2048 -noenc -subj /CN=other -out other.pem -keyout key2.pem");
    Files.writeString(file, Keys.pkcs8(Keys.named("RSA")));

    assertThat(certificateProblem("other.pem")).endsWith("has a certificate of another key");
    assertThat(certificateProblem("key.pem")).contains("has no certificate in PEM");
    assertThat(certificateProblem("none.pem")).endsWith("does not exist");
    Files.writeString(file, Keys.pkcs8(Keys.named("Ed25519")));
    assertThat(certificateProblem("other.pem")).endsWith("has a certificate of another key");
  }

  @Test
  void a_secret_beside_it_is_told() throws IOException {
    Files.writeString(file, Keys.pkcs8(Keys.named("P-256")));

    assertThat(Reading.client(config.with("client-secret", "s3cr3t")).notices())
        .extracting(Notice::text)
        .containsExactly(
            PREFIX
                + "client-secret has no effect with "
                + PREFIX
                + "client-authentication=private_key_jwt");
  }

  @Test
  void a_key_without_the_way_that_uses_it_is_a_problem_that_names_the_way() throws IOException {
    Files.writeString(file, Keys.pkcs8(Keys.named("P-256")));

    assertThat(Reading.problems(config.without("client-authentication")))
        .singleElement()
        .asString()
        .startsWith(PREFIX + "client-authentication is client_secret_basic")
        .contains("private_key_jwt");
  }

  private String certificateProblem(String name) {
    config.with("certificate-file", folder.resolve(name).toString());
    List<String> problems = Reading.problems(config);
    assertThat(problems).singleElement().asString().startsWith(PREFIX + "certificate-file ");
    return problems.get(0);
  }

  private static Map<String, Object> header(MapConfig config) throws JoseException {
    return JsonUtil.parseJson(part(config, 0));
  }

  private static JwtClaims claims(MapConfig config) throws InvalidJwtException {
    return JwtClaims.parse(part(config, 1));
  }

  private static String part(MapConfig config, int number) {
    return new String(
        Base64.getUrlDecoder().decode(assertion(config).split("\\.", -1)[number]), UTF_8);
  }

  private static String assertion(MapConfig config) {
    return String.valueOf(
        Reading.client(config)
            .authentication()
            .proof(Instant.now())
            .parameters()
            .get("client_assertion"));
  }
}
