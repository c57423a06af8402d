package io.mpoauth2.client.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.testing.Identity;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of {@code server-config/}, as their READMEs have them copied for a client. */
class TemplatesTest {
  private static final String TOKEN_ENDPOINT = "https://login.example/token";

  /** By the name of the client that the file is for as it stands. */
  private static final Map<String, List<String>> TO_BE_GIVEN =
      Map.of(
          "NAME",
          List.of("client-id", "client-secret-file", "scope", "token-endpoint"),
          "orders",
          List.of("client-id", "private-key-file", "key-id", "scope", "token-endpoint"),
          "ledger",
          List.of(
              "client-id",
              "key-store-file",
              "key-store-password-file",
              "trust-store-file",
              "scope",
              "token-endpoint"));

  private static final Map<String, String> GIVEN = new HashMap<>();

  private final Map<String, String> environment = new HashMap<>();

  @BeforeAll
  static void make_keys(@TempDir Path directory) throws Exception {
    Identity identity = Identity.selfSigned();
    GIVEN.put("client-id", "id");
    GIVEN.put("key-id", "2026-11");
    GIVEN.put("scope", "document_read document_write");
    GIVEN.put("token-endpoint", TOKEN_ENDPOINT);
    Map<String, byte[]> files =
        Map.of(
            "client-secret-file", "s3cr3t".getBytes(UTF_8),
            "private-key-file", identity.keyPem().getBytes(UTF_8),
            "key-store-file", identity.pkcs12("changeit"),
            "key-store-password-file", "changeit".getBytes(UTF_8),
            "trust-store-file", identity.certificatesPem().getBytes(UTF_8));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = Files.write(directory.resolve(file.getKey()), file.getValue());
      GIVEN.put(file.getKey(), path.toString());
    }
  }

  @BeforeEach
  void give_everything() {
    for (String client : List.of("NAME", "orders", "ledger", "carrier")) {
      GIVEN.forEach((name, value) -> environment.put(variable(client, name), value));
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void client_has_what_it_is_given(Path template, String client) throws IOException {
    ClientSettings settings = read(template, client);

    assertThat(settings.tokenEndpoint()).isEqualTo(URI.create(TOKEN_ENDPOINT));
    assertThat(settings.scope()).containsExactly("document_read", "document_write");
  }

  /** Whatever else is given, the secret must not go anywhere that nobody named. */
  @ParameterizedTest
  @MethodSource("clientsAndWhatIsForgotten")
  void what_is_not_given_is_a_problem(Path template, String client, String forgotten) {
    environment.remove(variable(client, forgotten));

    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(() -> read(template, client))
        .satisfies(
            invalid ->
                assertThat(invalid.problems())
                    .singleElement()
                    .asString()
                    .contains("oauth2.client." + client + '.' + forgotten));
  }

  @ParameterizedTest
  @MethodSource("files")
  void no_host_is_named(Path file) throws IOException {
    assertThat(Files.readString(file)).doesNotContainPattern("https?://");
  }

  @ParameterizedTest
  @MethodSource("files")
  void nobody_is_named_but_who_is_put_in_the_place_of_the_name(Path file) throws IOException {
    assertThat(copy(file, "carrier"))
        .doesNotContain(first(file))
        .doesNotContainIgnoringCase("signicat");
  }

  private ClientSettings read(Path template, String client) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(copy(template, client)));
    Map<String, String> given = new HashMap<>();
    properties.forEach((name, value) -> given.put((String) name, (String) value));
    return new SettingsReader(
            new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                    new PropertiesConfigSource(given, template.toString(), 250),
                    new EnvConfigSource(environment, 300))
                .build(),
            new TokenKey(client, Set.of()))
        .get();
  }

  /** What {@code sed 's/NAME/<client>/g'} makes of it. */
  private static String copy(Path template, String client) throws IOException {
    return Files.readString(template).replace(first(template), client);
  }

  private static String first(Path template) {
    String name = template.getFileName().toString();
    return TO_BE_GIVEN.keySet().stream()
        .filter(client -> name.startsWith(client + "-client"))
        .findFirst()
        .orElse("NAME");
  }

  private static String variable(String client, String property) {
    return (client + '_' + property).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("server-config"))) {
      return files.filter(Files::isRegularFile).filter(f -> !f.endsWith("README.md")).toList();
    }
  }

  static List<Arguments> clients() throws IOException {
    return files().stream()
        .filter(file -> file.toString().endsWith(".properties"))
        .flatMap(file -> Stream.of(first(file), "carrier").map(name -> Arguments.of(file, name)))
        .toList();
  }

  static List<Arguments> clientsAndWhatIsForgotten() throws IOException {
    return clients().stream()
        .flatMap(
            client ->
                TO_BE_GIVEN.getOrDefault(first((Path) client.get()[0]), List.of()).stream()
                    .map(value -> Arguments.of(client.get()[0], client.get()[1], value)))
        .toList();
  }
}
