package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/configuration.md says of values that several clients share. */
class SeveralClientsPageTest {
  private final Properties settings = shown();

  SeveralClientsPageTest() throws IOException {}

  @Test
  void one_value_serves_each_client_that_names_it() {
    for (String client : Set.of("orders", "billing")) {
      settings.setProperty("oauth2.client." + client + ".client-id", "shop");
      settings.setProperty("oauth2.client." + client + ".client-secret", "secret");

      assertThat(read(client).tokenEndpoint()).hasToString(settings.getProperty("login.url"));
    }
  }

  @Test
  void nothing_comes_from_default_or_from_another_client() {
    for (String other : Set.of("orders", "default")) {
      settings.setProperty("oauth2.client." + other + ".client-id", "shop");
      settings.setProperty("oauth2.client." + other + ".client-secret", "secret");
    }

    assertThatThrownBy(() -> read("billing"))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("oauth2.client.billing.client-id")
        .hasMessageContaining("oauth2.client.billing.client-secret");
  }

  private static Properties shown() throws IOException {
    Matcher example =
        Pattern.compile("(?s)```properties\n(.*?)```")
            .matcher(Files.readString(Path.of("docs", "configuration.md")));
    assertThat(example.find()).isTrue();
    Properties properties = new Properties();
    properties.load(new StringReader(example.group(1)));
    return properties;
  }

  private ClientSettings read(String client) {
    return new SettingsReader(
            new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(settings, "page", 250))
                .build(),
            new TokenKey(client, Set.of()))
        .get();
  }
}
