package io.mpoauth2.client.endpoint.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.testing.Identity;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whom a client trusts, in whatever file they are. */
class TrustStoreFileTest {
  private static final String PROPERTY = "oauth2.client.c.trust-store-password";

  private static Identity one;
  private static Identity other;

  @BeforeAll
  static void make() throws Exception {
    one = Identity.selfSigned();
    other = Identity.selfSigned();
  }

  @Test
  void certificates_in_pem_are_read_all_with_text_around_them() throws Exception {
    String pem = "# one\n" + one.certificatesPem() + "# other: ä\n" + other.certificatesPem();

    assertThat(read(pem)).containsExactlyInAnyOrder(one.certificate(), other.certificate());
    assertThat(read("\uFEFF" + pem.replace("\n", "\r\n"))).hasSize(2);
  }

  @Test
  void a_key_beside_them_is_no_matter() throws Exception {
    assertThat(read(one.keyPem() + one.certificatesPem())).containsExactly(one.certificate());
  }

  @Test
  void pkcs_12_is_known_by_its_content() throws Exception {
    assertThat(read(one.trustedPkcs12("changeit"), "changeit")).containsExactly(one.certificate());
    assertThat(read(one.pkcs12("changeit"), "changeit")).containsExactly(one.certificate());
  }

  @Test
  void a_password_that_is_wrong_or_missing_is_told_by_its_property() throws Exception {
    assertThat(problem(one.trustedPkcs12("changeit"), "wr0ng"))
        .isEqualTo("is PKCS#12 with another password than " + PROPERTY);
    assertThat(problem(one.trustedPkcs12("changeit"), ""))
        .isEqualTo("is PKCS#12 with a password; set " + PROPERTY);
  }

  @Test
  void one_without_a_trusted_certificate_says_what_makes_one() throws Exception {
    assertThat(problem(Identity.bytes(Identity.emptyStore(), "changeit"), "changeit"))
        .startsWith("is PKCS#12 without a certificate that is marked as trusted")
        .contains("openssl pkcs12 -nokeys");
    assertThat(problem(one.keyPem().getBytes(UTF_8), "")).startsWith("has no certificate in PEM");
  }

  @Test
  void other_forms_of_certificates_are_named_with_what_converts_them() {
    assertThat(problem(Identity.pem("TRUSTED CERTIFICATE", new byte[9]).getBytes(UTF_8), ""))
        .contains("openssl x509 -in");
    assertThat(problem(Identity.pem("PKCS7", new byte[9]).getBytes(UTF_8), ""))
        .contains("openssl pkcs7 -print_certs");
    assertThat(problem(new byte[] {0x30, 0x04, 0x06, 0x02, 0x2A, 0x03}, ""))
        .contains("openssl pkcs7 -inform der");
  }

  @Test
  void a_list_that_breaks_off_is_not_taken_for_a_shorter_one() throws Exception {
    String pem = one.certificatesPem() + other.certificatesPem();

    assertThat(problem(pem.substring(0, pem.length() - 30).getBytes(UTF_8), ""))
        .contains("breaks off");
  }

  private static Set<X509Certificate> read(String pem) throws UnusableKeyException {
    return read(pem.getBytes(UTF_8), "");
  }

  private static Set<X509Certificate> read(byte[] content, String password)
      throws UnusableKeyException {
    return TrustStoreFile.read(content, new Password(PROPERTY, password));
  }

  private static String problem(byte[] content, String password) {
    UnusableKeyException problem =
        catchThrowableOfType(UnusableKeyException.class, () -> read(content, password));
    assertThat(problem).hasNoCause();
    return String.valueOf(problem.getMessage());
  }
}
