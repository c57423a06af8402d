package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.endpoint.Notice;
import io.mpoauth2.client.endpoint.keys.ClientCertificate;
import io.mpoauth2.client.endpoint.transport.Tls;
import io.mpoauth2.client.testing.Identity;
import io.mpoauth2.client.testing.MapConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsSettingsTest {
  private static final String CLIENT = "oauth2.client.default.";

  private static Identity identity;
  private static Identity other;
  private static Identity expired;

  private final Path folder;
  private final Path file;
  private final MapConfig config = MapConfig.complete("default");

  TlsSettingsTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("store");
  }

  @BeforeAll
  static void make() throws Exception {
    identity = Identity.selfSigned();
    other = Identity.selfSigned();
    expired = Identity.expired();
  }

  @Test
  void what_is_not_set_is_the_jvms() {
    assertThat(tls()).isEqualTo(Tls.ofTheJvm());
  }

  @Test
  void a_key_store_in_pem_is_read() throws Exception {
    Files.writeString(file, identity.certificatesPem() + identity.keyPem());
    config.with("key-store-file", file.toString());

    assertThat(tls().own()).isEqualTo(certificate(identity));
    assertThat(tls().trusted()).isEmpty();
    assertThat(notices()).isEmpty();
  }

  @Test
  void a_key_store_in_pkcs_12_is_read_with_its_password() throws Exception {
    Files.write(file, identity.pkcs12("s3cr3t!"));
    config.with("key-store-file", file.toString()).with("key-store-password", "s3cr3t!");

    assertThat(tls().own()).isEqualTo(certificate(identity));
  }

  @Test
  void a_password_may_be_in_a_file() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "s3cr3t!\n");
    Files.write(file, identity.pkcs12("s3cr3t!"));
    config
        .with("key-store-file", file.toString())
        .with("key-store-password-file", password.toString());

    assertThat(tls().own()).isEqualTo(certificate(identity));

    Files.writeString(password, "wr0ng");
    assertThat(problem())
        .isEqualTo(
            problemOf("key-store-file")
                + "is PKCS#12 with another password than "
                + CLIENT
                + "key-store-password-file");
  }

  /** What a store cannot be read with for want of its password is no second problem. */
  @ParameterizedTest
  @ValueSource(strings = {"key-store", "trust-store"})
  void a_password_file_that_is_not_there_is_the_only_problem(String store) throws Exception {
    Files.write(file, identity.pkcs12("s3cr3t!"));
    config
        .with(store + "-file", file.toString())
        .with(store + "-password-file", folder.resolve("nothing").toString());

    assertThat(problem())
        .isEqualTo(
            CLIENT + store + "-password-file \"" + folder.resolve("nothing") + "\" does not exist");

    config.with(store + "-password-file", "${nobody.gives.it}");
    assertThat(problem()).startsWith(CLIENT + store + "-password-file is set but has no value");
  }

  @Test
  void a_trust_store_is_read_in_both_forms() throws Exception {
    Files.writeString(file, identity.certificatesPem() + other.certificatesPem());
    config.with("trust-store-file", file.toString());
    Set<X509Certificate> pem = tls().trusted();
    Files.write(file, identity.trustedPkcs12("s3cr3t!"));
    config.with("trust-store-password", "s3cr3t!");

    assertThat(pem).containsExactly(identity.certificate(), other.certificate());
    assertThat(tls().trusted()).containsExactly(identity.certificate());
    assertThat(tls().own()).isNull();
  }

  @Test
  void files_that_were_replaced_count_at_the_next_token_request() throws Exception {
    Files.writeString(file, identity.keyPem() + identity.certificatesPem());
    config.with("key-store-file", file.toString());
    ClientSettings before = Reading.client(config);
    ClientSettings unchanged = Reading.client(config);

    Files.writeString(file, other.keyPem() + other.certificatesPem());

    assertThat(unchanged).isEqualTo(before);
    assertThat(Reading.client(config)).isNotEqualTo(before);
    assertThat(tls().own()).isEqualTo(certificate(other));
  }

  @Test
  void what_cannot_be_used_is_a_problem_with_its_path() throws Exception {
    config.with("key-store-file", file.toString()).with("trust-store-file", file.toString());

    assertThat(Reading.problems(config))
        .containsExactly(
            problemOf("key-store-file") + "does not exist",
            problemOf("trust-store-file") + "does not exist");

    Files.writeString(file, Identity.pem("RSA PRIVATE KEY", new byte[9]));
    assertThat(Reading.problems(config))
        .hasSize(2)
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith(problemOf("key-store-file") + "has an RSA key in PKCS#1")
                    .contains("openssl pkcs8 -topk8"))
        .anySatisfy(
            problem -> assertThat(problem).startsWith(problemOf("trust-store-file") + "has no"));
  }

  @Test
  void a_file_that_cannot_be_a_store_is_not_read() throws Exception {
    Files.write(file, new byte[(1 << 20) + 1]);
    config.with("trust-store-file", file.toString());

    assertThat(problem())
        .isEqualTo(problemOf("trust-store-file") + "is a file of more than 1024 kB");
  }

  @Test
  void password_and_password_file_are_a_problem_and_no_precedence() throws Exception {
    Files.writeString(file, identity.certificatesPem());
    Path password = Files.writeString(folder.resolve("password"), "s3cr3t!");
    config
        .with("trust-store-file", file.toString())
        .with("trust-store-password", "s3cr3t!")
        .with("trust-store-password-file", password.toString());

    assertThat(problem())
        .isEqualTo(
            CLIENT
                + "trust-store-password and "
                + CLIENT
                + "trust-store-password-file are both set; remove one");
  }

  @Test
  void an_alias_nobody_has_is_a_problem_that_tells_the_others() throws Exception {
    Files.write(file, identity.pkcs12("s3cr3t!"));
    config
        .with("key-store-file", file.toString())
        .with("key-store-password", "s3cr3t!")
        .with("key-alias", "signing");

    assertThat(problem())
        .isEqualTo(
            problemOf("key-store-file")
                + "has no private key of the name \"signing\" (key-alias), but 1 private key: key");
  }

  @Test
  void an_expired_certificate_is_told_and_used() throws Exception {
    Files.writeString(file, expired.keyPem() + expired.certificatesPem());
    config.with("key-store-file", file.toString());

    assertThat(tls().own()).isEqualTo(certificate(expired));
    assertThat(notices())
        .singleElement()
        .asString()
        .startsWith(CLIENT + "key-store-file: the certificate has expired, at 20");
  }

  @Test
  void what_has_no_effect_is_told() throws Exception {
    config
        .with("key-store-password", "s3cr3t!")
        .with("key-alias", "key")
        .with("trust-store-password", "s3cr3t!");

    assertThat(notices())
        .containsExactly(
            CLIENT + "key-store-password has no effect without " + CLIENT + "key-store-file",
            CLIENT + "key-alias has no effect without " + CLIENT + "key-store-file",
            CLIENT + "trust-store-password has no effect without " + CLIENT + "trust-store-file");

    Files.writeString(file, identity.keyPem() + identity.certificatesPem());
    config.with("key-store-file", file.toString()).without("trust-store-password");
    assertThat(notices()).singleElement().asString().contains("in PEM").contains("key-alias");
  }

  @Test
  void nothing_of_it_is_shown() throws Exception {
    Files.writeString(file, identity.keyPem() + identity.certificatesPem());
    config.with("key-store-file", file.toString()).with("trust-store-file", file.toString());

    assertThat(tls().toString()).matches("Tls\\[ClientCertificate\\[until [0-9TZ:-]+], 1 trusted]");
  }

  private Tls tls() {
    return Reading.client(config).route().tls();
  }

  private List<String> notices() {
    return Reading.client(config).notices().stream().map(Notice::text).toList();
  }

  private @Nullable String problem() {
    List<String> problems = Reading.problems(config);
    assertThat(problems).hasSize(1).noneMatch(problem -> problem.contains("s3cr3t"));
    return problems.get(0);
  }

  private String problemOf(String property) {
    return CLIENT + property + " \"" + file + "\" ";
  }

  private static ClientCertificate certificate(Identity of) throws Exception {
    return new ClientCertificate(of.key(), List.of(of.certificate()));
  }
}
