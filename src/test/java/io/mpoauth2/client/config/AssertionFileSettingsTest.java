package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.endpoint.Notice;
import io.mpoauth2.client.endpoint.authentication.FinishedAssertion;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.testing.MapConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionFileSettingsTest {
  private static final String PREFIX = "oauth2.client.default.";
  private static final String FILE = PREFIX + "client-assertion-file";
  private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJrOHMifQ.c2ln-_bmF0dXJl";

  private final Path file;
  private final MapConfig config;

  AssertionFileSettingsTest(@TempDir Path folder) {
    this.file = folder.resolve("token");
    this.config =
        MapConfig.complete("default")
            .without("client-secret")
            .with("client-authentication", "private_key_jwt")
            .with("client-assertion-file", file.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {JWT, JWT + "\n", JWT + "\r\n\n", " \t" + JWT + " ", "\uFEFF" + JWT})
  void what_is_there_is_sent_without_what_editors_add(String content) throws IOException {
    Files.writeString(file, content);

    assertThat(Reading.client(config))
        .returns(
            new FinishedAssertion(
                "clientId",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                new Secret(JWT)),
            ClientSettings::authentication);
  }

  /** It may be written later; a client is built all the same. */
  @Test
  void it_is_not_looked_at_before() {
    assertThatCode(() -> Reading.call(config)).doesNotThrowAnyException();
    assertThat(requestProblem()).isEqualTo(FILE + " \"" + file + "\" does not exist");
  }

  @Test
  void it_is_read_again_for_each_request() throws IOException {
    Files.writeString(file, JWT);
    ClientSettings before = Reading.client(config);
    ClientSettings again = Reading.client(config);

    Files.writeString(file, JWT + "x");

    assertThat(again).isEqualTo(before);
    assertThat(Reading.client(config)).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\uFEFF \r\n"})
  void an_empty_file_is_a_problem(String content) throws IOException {
    Files.writeString(file, content);

    assertThat(requestProblem()).isEqualTo(FILE + " \"" + file + "\" is an empty file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s3cr3t a", "s3cr3t\u0000", "{\"token\":\"s3cr3t\"}", "s3cr3t\ns3cr3t", "s3cr3té"})
  void what_is_no_assertion_is_a_problem_and_not_shown(String content) throws IOException {
    Files.writeString(file, content);

    assertThat(requestProblem())
        .startsWith(FILE + " \"" + file + "\" has something that is no assertion")
        .doesNotContain("s3cr3t");
  }

  @Test
  void another_type_can_be_set() throws IOException {
    Files.writeString(file, JWT);
    config.with("client-assertion-type", "urn:ietf:params:oauth:client-assertion-type:jwt-spiffe");

    assertThat(Reading.client(config).authentication())
        .isInstanceOfSatisfying(
            FinishedAssertion.class, way -> assertThat(way.type()).endsWith(":jwt-spiffe"));
  }

  @Test
  void a_key_beside_it_is_a_problem() {
    assertThat(Reading.problems(config.with("private-key-file", "/key.pem")))
        .containsExactly(PREFIX + "private-key-file and " + FILE + " are both set; remove one");
  }

  @Test
  void what_shapes_an_assertion_of_ours_is_told_to_have_no_effect() throws IOException {
    Files.writeString(file, JWT);

    assertThat(Reading.client(config.with("assertion-audience", "a")).notices())
        .extracting(Notice::text)
        .containsExactly(PREFIX + "assertion-audience has no effect with " + FILE);
  }

  @Test
  void nothing_of_it_is_shown() throws IOException {
    Files.writeString(file, JWT);

    assertThat(Reading.client(config).authentication().toString()).doesNotContain("eyJ");
  }

  private String requestProblem() {
    return catchThrowableOfType(InvalidSettingsException.class, () -> Reading.client(config))
        .problems()
        .get(0);
  }
}
