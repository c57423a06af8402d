package io.mpoauth2.client.endpoint.keys;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.testing.Keys;
import io.mpoauth2.client.testing.OpenSsl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyPemTest {
  private static final Password NONE = password("");
  private static final KeyPair PAIR = Keys.named("P-256");
  private static final String PEM = Keys.pkcs8(PAIR);

  private final Path folder;

  PrivateKeyPemTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "P-256", "P-384", "P-521", "Ed25519", "Ed448"})
  void a_pkcs_8_key_of_every_kind_is_read(String kind) throws UnusableKeyException {
    KeyPair pair = Keys.named(kind);

    assertThat(PrivateKeyPem.in(Keys.pkcs8(pair).getBytes(UTF_8)).key(NONE))
        .isEqualTo(pair.getPrivate());
  }

  @Test
  void what_stands_around_it_has_no_meaning() throws UnusableKeyException {
    String certificate = Keys.pem("CERTIFICATE", new byte[] {1, 2, 3});

    assertThat(keyIn("Bag Attributes\n    localKeyID: 01 - é\n# my key\n" + PEM)).isTrue();
    assertThat(keyIn(certificate + PEM + certificate)).isTrue();
    assertThat(keyIn(Keys.pem("EC PARAMETERS", new byte[] {6}) + PEM)).isTrue();
    assertThat(keyIn("\uFEFF" + PEM)).isTrue();
    assertThat(keyIn(PEM.replace("\n", "\r\n"))).isTrue();
    assertThat(keyIn(PEM.replace("\n", "\r"))).isTrue();
    assertThat(keyIn(PEM.replaceAll("(?m)$", "  "))).isTrue();
    assertThat(keyIn(PEM.strip())).isTrue();
  }

  @Test
  void the_text_of_windows_shell_is_read() throws UnusableKeyException {
    assertThat(PrivateKeyPem.in(("\uFEFF" + PEM).getBytes(UTF_16LE)).key(NONE))
        .isEqualTo(PAIR.getPrivate());
  }

  @EnabledIf("io.mpoauth2.client.testing.OpenSsl#isThere")
  @ParameterizedTest
  @CsvSource({
    "-v2 aes-256-cbc",
    "-v2 aes-128-cbc",
    "-v2 aes-256-cbc -v2prf hmacWithSHA1",
    "-v2 aes-256-cbc -v2prf hmacWithSHA512",
    "-v1 PBE-SHA1-3DES"
  })
  void an_encrypted_key_is_read_with_its_password_alone(String how) throws Exception {
    Files.writeString(folder.resolve("key"), PEM);
    new OpenSsl(folder).run("pkcs8 -topk8 -in key -out out -passout pass:right " + how);

    PrivateKeyPem pem = PrivateKeyPem.in(Files.readAllBytes(folder.resolve("out")));

    assertThat(pem.isEncrypted()).isTrue();
    assertThat(pem.key(password("right"))).isEqualTo(PAIR.getPrivate());
    assertThat(pem.key(password("wrong"))).isNull();
  }

  /** The JDK's own PBE takes no password with letters beyond ASCII. */
  @EnabledIf("io.mpoauth2.client.testing.OpenSsl#isThere")
  @Test
  void a_password_may_have_letters_beyond_ascii() throws Exception {
    Files.writeString(folder.resolve("key"), PEM);
    Files.writeString(folder.resolve("password"), "pässwörd€");
    new OpenSsl(folder).run("pkcs8 -topk8 -in key -out out -passout file:password");

    assertThat(
            PrivateKeyPem.in(Files.readAllBytes(folder.resolve("out"))).key(password("pässwörd€")))
        .isEqualTo(PAIR.getPrivate());
  }

  @EnabledIf("io.mpoauth2.client.testing.OpenSsl#isThere")
  @ParameterizedTest
  @CsvSource({"-v2 des3", "-scrypt", "-v2 aes-192-cbc"})
  void what_this_jvm_cannot_decrypt_is_said_with_what_it_can(String how) throws Exception {
    Files.writeString(folder.resolve("key"), PEM);
    new OpenSsl(folder).run("pkcs8 -topk8 -in key -out out -passout pass:right " + how);
    PrivateKeyPem pem = PrivateKeyPem.in(Files.readAllBytes(folder.resolve("out")));

    assertThat(catchThrowableOfType(UnusableKeyException.class, () -> pem.key(password("right"))))
        .hasMessageContaining("openssl pkcs8 -topk8 -v2 aes-256-cbc")
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource({
    "RSA PRIVATE KEY,PKCS#1",
    "EC PRIVATE KEY,SEC 1",
    "OPENSSH PRIVATE KEY,OpenSSH",
    "ANY PRIVATE KEY,ANY PRIVATE KEY"
  })
  void another_format_is_named_with_the_way_out(String label, String name) {
    assertThat(problem(Keys.pem(label, new byte[] {1})))
        .contains(name, "openssl pkcs8 -topk8 -nocrypt -in <this file> -out <new file>");
  }

  @Test
  void parameters_before_a_key_in_another_format_do_not_hide_it() {
    assertThat(
            problem(
                Keys.pem("EC PARAMETERS", new byte[] {6})
                    + Keys.pem("EC PRIVATE KEY", new byte[1])))
        .contains("SEC 1");
  }

  @ParameterizedTest
  @CsvSource({
    "PUBLIC KEY,a public key",
    "RSA PUBLIC KEY,a rsa public key",
    "CERTIFICATE,a certificate",
    "CERTIFICATE REQUEST,a certificate request"
  })
  void the_other_half_is_no_private_key(String label, String name) {
    assertThat(problem(Keys.pem(label, new byte[] {1})))
        .contains("has no private key, but " + name);
  }

  @Test
  void der_is_named_with_the_way_out() {
    assertThat(problem(PAIR.getPrivate().getEncoded()))
        .contains("is DER", "openssl pkcs8 -topk8 -nocrypt -inform DER");
  }

  @Test
  void other_files_are_named() {
    assertThat(problem("{\"kty\":\"EC\",\"d\":\"s3cr3t\"}"))
        .contains("JSON Web Key")
        .doesNotContain("s3cr3t");
    assertThat(problem("\uFEFF\n {\"keys\":[]}")).contains("JSON Web Key");
    assertThat(problem("PuTTY-User-Key-File-3: ssh-rsa")).contains("PuTTY");
    assertThat(problem(Base64.getDecoder().decode("/u3+7QAAAAI=")))
        .contains("Java key store", "keytool");
    assertThat(problem(Base64.getDecoder().decode("MIIJCAIBAzCC")))
        .contains("PKCS#12", "openssl pkcs12");
    assertThat(problem(Base64.getEncoder().encode(PEM.getBytes(UTF_8)))).contains("base64 -d");
    assertThat(problem("")).isEqualTo("is an empty file");
    assertThat(problem(" \n")).isEqualTo("is an empty file");
    assertThat(problem("s3cr3t")).contains("no private key in PEM").doesNotContain("s3cr3t");
    assertThat(problem(PEM.substring(0, 100))).contains("is the file whole?");
  }

  @Test
  void a_damaged_key_is_said_and_not_shown() {
    String damaged = PEM.replaceFirst("M", "!");

    assertThat(
            catchThrowableOfType(
                UnusableKeyException.class,
                () -> PrivateKeyPem.in(damaged.getBytes(UTF_8)).key(NONE)))
        .hasMessageContaining("damaged")
        .hasNoCause();
  }

  @Test
  void line_breaks_as_json_has_them_are_told() {
    String escaped = PEM.replace("\n", "\\n");

    assertThat(
            catchThrowableOfType(
                UnusableKeyException.class,
                () -> PrivateKeyPem.in(escaped.getBytes(UTF_8)).key(NONE)))
        .hasMessageContaining("where \\n stands as two characters");
  }

  @Test
  void dashes_without_end_are_no_key() {
    assertThat(problem("-----BEGIN PRIVATE KEY-----" + "-".repeat(60_000))).contains("whole");
    assertThat(problem("-----BEGIN A-----".repeat(3_500))).contains("whole");
  }

  @EnabledIf("io.mpoauth2.client.testing.OpenSsl#isThere")
  @Test
  void a_password_that_takes_for_ever_is_not_tried() throws Exception {
    Files.writeString(folder.resolve("key"), PEM);
    new OpenSsl(folder)
        .run("pkcs8 -topk8 -in key -out out -outform DER -passout pass:x -iter 70000");
    byte[] der = Files.readAllBytes(folder.resolve("out"));
    // 70,000 is 0x011170, and 0x7F1170 more than eight million.
    for (int i = 0; i + 3 < der.length; i++) {
      if (der[i] == 3 && der[i + 1] == 1 && der[i + 2] == 0x11 && der[i + 3] == 0x70) {
        der[i + 1] = 0x7F;
      }
    }
    PrivateKeyPem pem = PrivateKeyPem.in(Keys.pem("ENCRYPTED PRIVATE KEY", der).getBytes(UTF_8));

    assertThat(catchThrowableOfType(UnusableKeyException.class, () -> pem.key(password("x"))))
        .hasMessageContaining("five million");
  }

  @Test
  void of_two_keys_none_is_taken() {
    assertThat(problem(PEM + PEM)).contains("more than one private key");
  }

  @Test
  void nothing_of_it_is_shown() throws UnusableKeyException {
    assertThat(PrivateKeyPem.in(PEM.getBytes(UTF_8))).hasToString("PrivateKeyPem[PRIVATE KEY]");
    assertThat(Pem.parts(PEM.getBytes(UTF_8))).hasToString("[Pem[PRIVATE KEY]]");
  }

  private static Password password(String value) {
    return new Password("the-password", value);
  }

  private static boolean keyIn(String file) throws UnusableKeyException {
    return PAIR.getPrivate().equals(PrivateKeyPem.in(file.getBytes(UTF_8)).key(NONE));
  }

  private static String problem(String file) {
    return problem(file.getBytes(UTF_8));
  }

  private static String problem(byte[] file) {
    return String.valueOf(
        catchThrowableOfType(UnusableKeyException.class, () -> PrivateKeyPem.in(file))
            .getMessage());
  }
}
