package io.mpoauth2.client.endpoint.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientSecretBasicTest {

  @Test
  void the_example_of_signicats_page_is_reproduced() {
    ClientAuthentication basic = basic("clientId", "clientSecret", true);

    String header = basic.proof(Instant.EPOCH).authorization();

    assertThat(header).isEqualTo("Basic Y2xpZW50SWQ6Y2xpZW50U2VjcmV0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain-._*123 | plain-._*123
          a+b          | a%2Bb
          a%b          | a%25b
          a:b          | a%3Ab
          a=b          | a%3Db
          a~b          | a%7Eb
          aéb          | a%C3%A9b
          a&b          | a%26b
          a b          | a+b
          a/b          | a%2Fb
          a€😀         | a%E2%82%AC%F0%9F%98%80
          """)
  void id_and_secret_are_form_encoded_before_basic(String text, String encoded) {
    ClientAuthentication basic = basic("id-" + text, "secret-" + text, true);

    String header = basic.proof(Instant.EPOCH).authorization();

    assertThat(decoded(header)).isEqualTo("id-" + encoded + ":secret-" + encoded);
  }

  @Test
  void raw_sends_id_and_secret_as_they_are_in_utf_8() {
    ClientAuthentication basic = basic("my id", "+%:=~é&", false);

    String header = basic.proof(Instant.EPOCH).authorization();

    assertThat(decoded(header)).isEqualTo("my id:+%:=~é&");
  }

  @Test
  void nothing_of_it_stands_in_the_form_as_well() {
    ClientAuthentication basic = basic("clientId", "clientSecret", true);

    assertThat(basic.proof(Instant.EPOCH).parameters()).isEmpty();
  }

  @Test
  void the_secret_is_known_in_every_form_it_is_sent_in() {
    ClientAuthentication basic = basic("clientId", "a+b", true);

    assertThat(basic.proof(Instant.EPOCH).secrets())
        .containsExactlyInAnyOrder("a+b", "a%2Bb", base64("clientId:a%2Bb"));
  }

  @Test
  void to_string_does_not_show_the_secret() {
    ClientAuthentication basic = basic("clientId", "clientSecret", true);

    assertThat(basic.toString())
        .contains("clientId")
        .doesNotContain("clientSecret]", "Y2xpZW50")
        .contains("clientSecret=(hidden)");
  }

  @Test
  void equal_credentials_are_equal() {
    assertThat(basic("id", "secret", true))
        .isEqualTo(basic("id", "secret", true))
        .isNotEqualTo(basic("id", "secret", false))
        .isNotEqualTo(basic("id", "other", true));
  }

  private static ClientAuthentication basic(String id, String secret, boolean formEncoded) {
    return new ClientSecretBasic(id, new Secret(secret), formEncoded);
  }

  private static String decoded(String header) {
    assertThat(header).startsWith("Basic ");
    return new String(Base64.getDecoder().decode(header.substring("Basic ".length())), UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
