package io.mpoauth2.client.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.endpoint.Notice;
import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.testing.MapConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSettingsTest {
  private static final String SECRET = "oauth2.client.default.client-secret";
  private static final String FILE = "oauth2.client.default.client-secret-file";

  private final Path folder;
  private final Path file;
  private final MapConfig config;

  SecretSettingsTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("secret");
    this.config =
        MapConfig.complete("default")
            .without("client-secret")
            .with("client-secret-file", file.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cr3t", "s3cr3t\n", "s3cr3t\r\n"})
  void one_trailing_line_break_is_dropped(String content) throws IOException {
    Files.writeString(file, content);

    ClientSettings settings = Reading.client(config);

    assertThat(settings).returns("s3cr3t", SecretSettingsTest::secret);
    assertThat(settings.notices()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cr3t\n\n", "s3cr3t\r\n\r\n", "s3cr3t \n", " s3cr3t", "s3cr3t\t"})
  void other_white_space_is_kept_with_a_warning_that_does_not_show_it(String content)
      throws IOException {
    Files.writeString(file, content);

    ClientSettings settings = Reading.client(config);

    assertThat(settings).returns(content.replaceFirst("\r?\n\\z", ""), SecretSettingsTest::secret);
    assertThat(settings.notices())
        .extracting(Notice::text)
        .singleElement()
        .asString()
        .startsWith(FILE)
        .contains("white space")
        .doesNotContain("s3cr3t");
  }

  @Test
  void the_file_is_read_again_each_time() throws IOException {
    Files.writeString(file, "old");
    ClientSettings before = Reading.client(config);

    Files.writeString(file, "new");
    ClientSettings after = Reading.client(config);

    assertThat(before).returns("old", SecretSettingsTest::secret);
    assertThat(after).returns("new", SecretSettingsTest::secret);
  }

  @Test
  void a_file_in_utf_8_is_read_as_such() throws IOException {
    Files.writeString(file, "gehéim");

    assertThat(Reading.client(config)).returns("gehéim", SecretSettingsTest::secret);
  }

  @Test
  void a_file_that_is_not_there_is_a_problem() {
    assertThat(Reading.problems(config)).containsExactly(FILE + " \"" + file + "\" does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secrets/signicat", "./signicat.secret", "C:\\secrets\\signicat"})
  void a_path_is_shown(String path) {
    assertThat(Reading.problems(config.with("client-secret-file", path)))
        .containsExactly(FILE + " \"" + path + "\" does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pa+ss/w0rd&<1>", "pHx7/kQ2v", "a b c"})
  void what_may_be_the_secret_itself_is_not_shown(String secret) {
    assertThat(Reading.problems(config.with("client-secret-file", secret)))
        .containsExactly(FILE + " names something that does not exist");
  }

  @Test
  void a_byte_order_mark_is_dropped() throws IOException {
    Files.writeString(file, "\uFEFFs3cr3t\n");

    assertThat(Reading.client(config)).returns("s3cr3t", SecretSettingsTest::secret);
    assertThat(Reading.client(config).notices()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cr3t\n", "s3cr3t\r\n"})
  void a_property_that_ends_with_a_line_break_is_sent_as_it_is_and_told(String secret) {
    MapConfig withSecret = MapConfig.complete("default").with("client-secret", secret);

    assertThat(Reading.client(withSecret)).returns(secret, SecretSettingsTest::secret);
    assertThat(Reading.client(withSecret).notices())
        .extracting(Notice::text)
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.client-secret: ")
        .doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" s3cr3t", "s3cr3t\t", "s3cr3t\u00A0", "\uFEFFs3cr3t", "s3c\u200Br3t", "s3cr3t\0"})
  void what_cannot_be_seen_in_a_secret_is_sent_as_it_is_and_told(String secret) throws IOException {
    MapConfig withSecret = MapConfig.complete("default").with("client-secret", secret);
    Files.writeString(file, "\uFEFF" + secret);

    assertToldOf(withSecret, secret, SECRET);
    assertToldOf(config, secret, FILE);
  }

  private static void assertToldOf(MapConfig settings, String secret, String property) {
    assertThat(Reading.client(settings)).returns(secret, SecretSettingsTest::secret);
    assertThat(Reading.client(settings).notices())
        .extracting(Notice::text)
        .singleElement()
        .asString()
        .startsWith(property + ": ")
        .doesNotContain("s3c");
  }

  @Test
  void a_secret_given_as_a_file_name_by_mistake_is_not_shown() {
    assertThat(Reading.problems(config.with("client-secret-file", "s3cret")))
        .singleElement()
        .asString()
        .doesNotContain("s3cret");
  }

  @Test
  void a_file_that_is_no_utf_8_is_a_problem() throws IOException {
    Files.writeString(file, "gehéim", ISO_8859_1);

    assertThat(Reading.problems(config))
        .singleElement()
        .asString()
        .startsWith(FILE + " \"" + file + "\" cannot be read as UTF-8 text")
        .doesNotContain("geh");
  }

  @Test
  void a_folder_is_a_problem() {
    assertThat(Reading.problems(config.with("client-secret-file", folder.toString())))
        .singleElement()
        .asString()
        .startsWith(FILE + " \"" + folder + "\" cannot be read (a folder)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void an_empty_file_is_a_problem(String content) throws IOException {
    Files.writeString(file, content);

    assertThat(Reading.problems(config))
        .containsExactly(FILE + " \"" + file + "\" is an empty file");
  }

  @Test
  void a_file_that_cannot_be_a_secret_is_not_read() throws IOException {
    Files.writeString(file, "x".repeat(64 * 1024 + 1));

    assertThat(Reading.problems(config))
        .containsExactly(FILE + " \"" + file + "\" is a file of more than 64 kB");
  }

  @Test
  void secret_and_file_are_a_problem_and_no_precedence() throws IOException {
    Files.writeString(file, "s3cr3t");
    config.with("client-secret", "0ther");

    assertThat(Reading.problems(config))
        .containsExactly(SECRET + " and " + FILE + " are both set; remove one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_secret_basic", "client_secret_post"})
  void neither_is_a_problem(String authentication) {
    config.without("client-secret-file").with("client-authentication", authentication);

    assertThat(Reading.problems(config)).containsExactly(SECRET + " is missing; set it or " + FILE);
  }

  @Test
  void a_secret_in_the_configuration_keeps_its_white_space() {
    config.without("client-secret-file").with("client-secret", " s3cr3t ");

    assertThat(Reading.client(config)).returns(" s3cr3t ", SecretSettingsTest::secret);
  }

  private static String secret(ClientSettings settings) {
    return ((ClientSecretBasic) settings.authentication()).clientSecret().value();
  }
}
