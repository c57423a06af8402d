package io.mpoauth2.client.howto;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeAuthorizationServer;
import io.mpoauth2.client.testing.RegisteredConfig;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README has a stranger copy, taken from it as it stands. */
class ReadmeTest {
  private static final String CLIENT = "oauth2.client.orders.";

  @Test
  void start_is_an_interface_and_four_properties_that_work(@TempDir Path directory)
      throws Exception {
    String start = section("Start");
    Properties properties = new Properties();
    properties.load(new StringReader(block(start, "properties")));
    Class<?> api = Compiled.type("OrdersApi", block(start, "java"), directory);

    try (FakeApi orders = new FakeApi();
        FakeAuthorizationServer server = new FakeAuthorizationServer();
        RegisteredConfig config = new RegisteredConfig()) {
      properties.forEach((name, value) -> config.set((String) name, (String) value));
      config.set(CLIENT + "token-endpoint", server.tokenEndpoint().toString());
      Object client = RestClientBuilder.newBuilder().baseUri(orders.uri()).build(api);
      api.getMethod("order", String.class).invoke(client, "4711");

      assertThat(properties.stringPropertyNames())
          .containsExactlyInAnyOrder(
              "orders/mp-rest/url",
              CLIENT + "token-endpoint",
              CLIENT + "client-id",
              CLIENT + "client-secret");
      assertThat(orders.requests()).singleElement().extracting("target").isEqualTo("/orders/4711");
      assertThat(orders.tokens()).containsExactly("Bearer token-1");
    }
  }

  @Test
  void what_is_installed_is_what_a_build_is_told_to_use() throws Exception {
    String install = section("Install");
    String pom = Files.readString(Path.of("pom.xml"));
    String group = element(pom, "groupId");
    String artifact = element(pom, "artifactId");
    String version = element(pom, "version");

    String dependency = block(install, "xml");
    assertThat(element(dependency, "groupId")).isEqualTo(group);
    assertThat(element(dependency, "artifactId")).isEqualTo(artifact);
    assertThat(element(dependency, "version")).isEqualTo(version);
    assertThat(install).contains("implementation(\"" + group + ':' + artifact + ':' + version);
  }

  /** The one line is on both pages that a stranger begins with. */
  @Test
  void line_that_installs_is_the_same_on_each_page() throws Exception {
    String line = "\n    mvn -B -ntp -Dmaven.test.skip install\n";

    assertThat(section("Install")).contains(line);
    assertThat(Files.readString(Path.of("docs/quickstarts/README.md"))).contains(line);
  }

  /** The page of errors is made of messages that tests provoke; it has another client and host. */
  @Test
  void message_that_is_shown_is_one_that_the_library_says() throws Exception {
    String shown = group("(?s)\n\n((?:    [^\n]+\n)+)", section("When it fails"));

    String message = shown.strip().replaceAll("\\s+", " ");
    assertThat(Files.readAllLines(Path.of("docs/errors.md")))
        .contains(message.replace("orders", "signicat").replace("example.com", "example"));
  }

  @Test
  void open_liberty_needs_the_same_features_on_each_page() throws Exception {
    List<String> features =
        Pattern.compile("<feature>(.+)</feature>")
            .matcher(
                Files.readString(
                    Path.of("docs/quickstarts/openliberty/src/main/liberty/config/server.xml")))
            .results()
            .map(feature -> '`' + feature.group(1) + '`')
            .toList();
    int last = features.size() - 1;
    String list =
        String.join(", ", features.subList(0, last))
            + " and "
            + features.get(last)
            + ", or later ones";

    assertThat(section("Install")).contains(list);
    assertThat(Files.readString(Path.of("server-config/openliberty/README.md"))).contains(list);
  }

  private static String section(String title) throws Exception {
    return group("(?s)\n## " + title + "\n(.*?)\n## ", Files.readString(Path.of("README.md")));
  }

  private static String block(String section, String language) {
    return group("(?s)```" + language + "\n(.*?)```", section);
  }

  private static String element(String xml, String name) {
    return group("<" + name + ">([^<]+)</", xml);
  }

  private static String group(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return matcher.group(1);
  }
}
