package io.mpoauth2.client.endpoint.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.endpoint.keys.UnusableKeyException;
import io.mpoauth2.client.testing.Identity;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.jose4j.keys.X509Util;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The certificate that goes with the key that signs. */
class KeyCertificateTest {
  private static Identity issuer;
  private static Identity own;
  private static JwsSigner signer;

  @BeforeAll
  static void make() throws Exception {
    issuer = Identity.selfSigned();
    own = issuer.issue();
    signer = new JwsSigner(SignatureAlgorithm.ES256, own.key(), Map.of());
  }

  @Test
  void among_others_the_one_of_the_key_is_found() throws Exception {
    String pem = issuer.certificatesPem() + issuer.issue().certificatesPem();

    assertIsOwn((pem + own.certificatesPem()).getBytes(UTF_8));
  }

  @Test
  void one_in_der_is_read_too() throws Exception {
    assertIsOwn(own.certificate().getEncoded());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"})
  void pem_has_three_names_for_it(String label) throws Exception {
    assertIsOwn(Identity.pem(label, own.certificate().getEncoded()).getBytes(UTF_8));
  }

  @Test
  void what_else_is_in_the_file_is_no_matter() throws Exception {
    assertIsOwn(("# mine: é\n" + own.keyPem() + own.certificatesPem()).getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"RS256,RSA", "PS256,RSA", "PS256,RSASSA-PSS", "EdDSA,Ed25519"})
  void a_key_of_any_kind_has_one(SignatureAlgorithm algorithm, String key) throws Exception {
    Identity identity = Identity.selfSigned(key);

    KeyCertificate found =
        KeyCertificate.of(
            (own.certificatesPem() + identity.certificatesPem()).getBytes(UTF_8),
            new JwsSigner(algorithm, identity.key(), Map.of()));

    assertThat(found.thumbprint()).isEqualTo(thumbprint(identity.certificate()));
  }

  @Test
  void a_certificate_of_another_key_is_refused() throws Exception {
    assertThat(problem(issuer.certificatesPem().getBytes(UTF_8)))
        .isEqualTo("has a certificate of another key");
    assertThat(problem(issuer.certificate().getEncoded()))
        .isEqualTo("has a certificate of another key");
  }

  @Test
  void a_certificate_of_another_kind_of_key_is_refused() throws Exception {
    assertThat(problem(Identity.selfSigned("RSA").certificatesPem().getBytes(UTF_8)))
        .isEqualTo("has a certificate of another key");
  }

  @Test
  void a_file_without_a_certificate_is_refused() {
    assertThat(problem(own.keyPem().getBytes(UTF_8))).startsWith("has no certificate");
    assertThat(problem("certificate".getBytes(UTF_8))).startsWith("has no certificate");
    assertThat(problem(new byte[0])).startsWith("has no certificate");
  }

  @Test
  void a_damaged_certificate_is_told_and_not_quoted() {
    assertThat(problem(new byte[] {0x30, 1, 2})).isEqualTo("has a certificate that is damaged");
    assertThat(problem(Identity.pem("CERTIFICATE", new byte[] {1}).getBytes(UTF_8)))
        .isEqualTo("has a certificate that is damaged");
  }

  private static void assertIsOwn(byte[] file) throws Exception {
    assertThat(KeyCertificate.of(file, signer).thumbprint())
        .isEqualTo(thumbprint(own.certificate()));
  }

  /** By another implementation. */
  private static String thumbprint(X509Certificate certificate) {
    return X509Util.x5tS256(certificate);
  }

  private static String problem(byte[] file) {
    UnusableKeyException problem =
        catchThrowableOfType(UnusableKeyException.class, () -> KeyCertificate.of(file, signer));
    assertThat(problem).hasNoCause();
    return String.valueOf(problem.getMessage());
  }
}
