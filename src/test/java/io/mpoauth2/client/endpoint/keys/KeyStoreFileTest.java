package io.mpoauth2.client.endpoint.keys;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.testing.Identity;
import io.mpoauth2.client.testing.OpenSsl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A private key and its certificates, in whatever file they are. */
class KeyStoreFileTest {
  private static final String PASSWORD = "password of the store";
  private static final String PROPERTY = "oauth2.client.c.key-store-password";

  private static Identity issuer;
  private static Identity own;

  @BeforeAll
  static void make() throws Exception {
    issuer = Identity.selfSigned();
    own = issuer.issue();
  }

  @Test
  void a_key_before_its_certificates_is_read() throws Exception {
    assertIsOwn(read(own.keyPem() + own.certificatesPem()));
  }

  @Test
  void a_key_behind_its_certificates_is_read() throws Exception {
    assertIsOwn(read(own.certificatesPem() + own.keyPem()));
  }

  @Test
  void certificates_are_put_in_order_and_those_of_others_are_left_out() throws Exception {
    String foreign = issuer.issue().certificatesPem();

    assertIsOwn(read(issuer.certificatesPem() + foreign + own.certificatesPem() + own.keyPem()));
  }

  @Test
  void what_stands_around_the_parts_is_no_matter() throws Exception {
    String pem = "Bag Attributes\n    friendlyName: x\n" + own.keyPem() + "\n# a chain: - - -\n";

    assertIsOwn(read((pem + own.certificatesPem()).replace("\n", "\r\n")));
    assertIsOwn(read("\n".repeat(100) + own.keyPem() + own.certificatesPem()));
  }

  @Test
  void a_byte_order_mark_is_no_matter_and_neither_is_utf_16() throws Exception {
    String pem = own.keyPem() + own.certificatesPem();

    assertIsOwn(read("\uFEFF" + pem));
    assertIsOwn(read(pem.getBytes(UTF_16), "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "RSASSA-PSS", "EC", "Ed25519"})
  void a_key_of_any_kind_is_read(String kind) throws Exception {
    Identity other = Identity.selfSigned(kind);

    assertThat(read(other.certificatesPem() + other.keyPem()).key()).isEqualTo(other.key());
    assertThat(read(other.pkcs12("changeit"), "changeit", "").key()).isEqualTo(other.key());
  }

  @Test
  void a_key_with_a_password_is_read() throws Exception {
    String pem = own.encryptedKeyPem("s3cr3t") + own.certificatesPem();

    assertIsOwn(read(pem.getBytes(UTF_8), "s3cr3t", ""));
    assertThat(problem(pem.getBytes(UTF_8), "", ""))
        .isEqualTo("has a private key that is encrypted; set " + PROPERTY);
    assertThat(problem(pem.getBytes(UTF_8), "wr0ng", ""))
        .isEqualTo("has a private key with another password than " + PROPERTY);
  }

  @Test
  void pkcs_12_is_known_by_its_content() throws Exception {
    assertIsOwn(read(own.pkcs12(PASSWORD), PASSWORD, ""));
  }

  @Test
  void equal_files_are_equal_whatever_their_form() throws Exception {
    ClientCertificate pem = read(own.keyPem() + own.certificatesPem());

    assertThat(read(own.pkcs12(PASSWORD), PASSWORD, "")).isEqualTo(pem).hasSameHashCodeAs(pem);
    assertThat(read(own.pkcs12(PASSWORD), PASSWORD, ""))
        .isNotEqualTo(read(issuer.pkcs12(PASSWORD), PASSWORD, ""));
  }

  @Test
  void a_password_that_is_wrong_or_missing_is_told_by_its_property() throws Exception {
    assertThat(problem(own.pkcs12(PASSWORD), "wr0ng", ""))
        .isEqualTo("is PKCS#12 with another password than " + PROPERTY);
    assertThat(problem(own.pkcs12(PASSWORD), "", ""))
        .isEqualTo("is PKCS#12 with a password; set " + PROPERTY);
  }

  @Test
  void of_several_keys_the_alias_says_which() throws Exception {
    byte[] two = two();

    assertIsOwn(read(two, PASSWORD, "own"));
    assertIsOwn(read(two, PASSWORD, "OWN"));
    assertThat(problem(two, PASSWORD, ""))
        .isEqualTo("has 2 private keys; name one with key-alias: issuer, own");
    assertThat(problem(two, PASSWORD, "onw"))
        .isEqualTo(
            "has no private key of the name \"onw\" (key-alias), but 2 private keys: issuer, own");
  }

  @Test
  void a_secret_key_beside_the_private_one_is_no_matter() throws Exception {
    KeyStore store = Identity.emptyStore();
    own.addTo(store, "own", PASSWORD);
    store.setEntry(
        "secret",
        new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
        new KeyStore.PasswordProtection(PASSWORD.toCharArray()));

    assertIsOwn(read(Identity.bytes(store, PASSWORD), PASSWORD, ""));
  }

  @Test
  void of_two_certificates_of_the_key_the_one_that_is_valid_counts() throws Exception {
    Identity expired = Identity.expired();
    Identity valid = expired.renewed();
    String both = expired.certificatesPem() + valid.certificatesPem();

    assertThat(read(both + valid.keyPem()).invalidNow()).isEmpty();
  }

  @Test
  @EnabledIf("io.mpoauth2.client.testing.OpenSsl#isThere")
  void what_the_jdk_does_not_read_is_not_told_to_be_missing(@TempDir Path directory)
      throws Exception {
    Files.writeString(directory.resolve("pem"), own.keyPem() + own.certificatesPem());
    OpenSsl openSsl = new OpenSsl(directory);
    String export = "pkcs12 -export -in pem -passout pass:";
    openSsl.run(export + "s3cr3t -keypbe NONE -certpbe NONE -out clear");
    openSsl.run(export + "s3cr3t -keypbe aes-192-cbc -out cipher");
    openSsl.run(export + "\u00FC -out letters");

    assertThat(problem(Files.readAllBytes(directory.resolve("clear")), "s3cr3t", ""))
        .contains("in clear text", "convert it: openssl pkcs12");
    assertThat(problem(Files.readAllBytes(directory.resolve("cipher")), "s3cr3t", ""))
        .contains("in a way that this JDK does not know", "convert it: openssl pkcs12");
    assertThat(problem(Files.readAllBytes(directory.resolve("letters")), "\u00FC", ""))
        .contains("letters beyond ASCII", "convert it: openssl pkcs12");
  }

  @Test
  void a_store_without_a_key_says_what_it_has() throws Exception {
    assertThat(problem(own.trustedPkcs12(PASSWORD), PASSWORD, ""))
        .isEqualTo("is PKCS#12 without a private key: it has 1 certificate");
    assertThat(problem(Identity.bytes(Identity.emptyStore(), PASSWORD), PASSWORD, ""))
        .startsWith("is PKCS#12 without a private key or certificate");
  }

  @Test
  void a_key_without_its_certificate_will_not_do() throws Exception {
    assertThat(problem(own.keyPem()))
        .startsWith("has no certificate; put the one of the private key");
    assertThat(problem(own.keyPem() + issuer.certificatesPem()))
        .isEqualTo("has no certificate of its private key: they do not match");
  }

  @Test
  void a_certificate_without_its_key_will_not_do() throws Exception {
    assertThat(problem(own.certificatesPem())).startsWith("has no private key");
    assertThat(problem(own.keyPem() + issuer.keyPem() + own.certificatesPem()))
        .contains("more than one private key");
  }

  @ParameterizedTest
  @CsvSource({
    "RSA PRIVATE KEY, PKCS#1",
    "EC PRIVATE KEY, SEC 1",
    "OPENSSH PRIVATE KEY, ssh-keygen -p",
  })
  void a_key_in_another_form_is_named_with_what_converts_it(String label, String expected)
      throws Exception {
    String problem = problem(Identity.pem(label, own.key().getEncoded()) + own.certificatesPem());

    assertThat(problem).contains(expected).contains("openssl pkcs8 -topk8");
  }

  @Test
  void a_file_that_is_neither_says_what_it_is_and_what_converts_it() throws Exception {
    KeyStore jks = KeyStore.getInstance("JKS");
    jks.load(null, null);
    own.addTo(jks, "key", "changeit");

    assertThat(problem(Identity.bytes(jks, "changeit"), "changeit", ""))
        .startsWith("is a Java key store (JKS)")
        .contains("keytool -importkeystore")
        .contains("-deststoretype PKCS12");
    assertThat(problem(own.key().getEncoded(), "", ""))
        .startsWith("is a private key in DER")
        .contains("openssl pkcs8 -topk8 -inform der");
    assertThat(problem(own.certificate().getEncoded(), "", ""))
        .startsWith("is a certificate in DER")
        .contains("openssl x509 -inform der");
    assertThat(problem(Base64.getEncoder().encode(own.keyPem().getBytes(UTF_8)), "", ""))
        .contains("base64 -d");
    assertThat(problem(" \r\n")).isEqualTo("is an empty file");
    assertThat(problem("0 s3cr3t")).isEqualTo("is neither PEM nor PKCS#12");
  }

  @Test
  void what_is_damaged_is_told_and_not_quoted() throws Exception {
    String pem = own.keyPem() + own.certificatesPem();
    byte[] pkcs12 = own.pkcs12(PASSWORD);
    byte[] half = Arrays.copyOf(pkcs12, pkcs12.length / 2);

    assertThat(problem(pem.substring(0, pem.length() - 40))).contains("breaks off");
    assertThat(problem(own.keyPem() + Identity.pem("CERTIFICATE", new byte[] {0x30, 1, 2})))
        .isEqualTo("has a certificate that is damaged");
    assertThat(problem(half, PASSWORD, "")).startsWith("is PKCS#12 that is damaged");
  }

  @Test
  void nothing_of_it_is_shown() throws Exception {
    ClientCertificate read = read(own.keyPem() + own.certificatesPem());

    assertThat(read.toString()).matches("ClientCertificate\\[until [0-9TZ:-]+]");
    assertThat(new Password(PROPERTY, "s3cr3t").toString()).doesNotContain("s3cr3t");
  }

  private static byte[] two() throws Exception {
    KeyStore store = Identity.emptyStore();
    own.addTo(store, "own", PASSWORD);
    issuer.addTo(store, "issuer", PASSWORD);
    return Identity.bytes(store, PASSWORD);
  }

  private static void assertIsOwn(ClientCertificate read) throws Exception {
    assertThat(read.key()).isEqualTo(own.key());
    assertThat(read.chain()).containsExactly(own.certificate(), issuer.certificate());
    assertThat(read.invalidNow()).isEmpty();
  }

  private static ClientCertificate read(String pem) throws UnusableKeyException {
    return read(pem.getBytes(UTF_8), "", "");
  }

  private static ClientCertificate read(byte[] content, String password, String alias)
      throws UnusableKeyException {
    return KeyStoreFile.read(content, new Password(PROPERTY, password), alias);
  }

  private static String problem(String pem) {
    return problem(pem.getBytes(UTF_8), "", "");
  }

  private static String problem(byte[] content, String password, String alias) {
    UnusableKeyException problem =
        catchThrowableOfType(UnusableKeyException.class, () -> read(content, password, alias));
    assertThat(problem).hasNoCause();
    return String.valueOf(problem.getMessage());
  }
}
