package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A client of which nothing is configured: what may have happened is told. */
class UnseenSettingsTest {

  @Test
  void settings_under_a_misspelt_client_are_told() {
    assertThatThrownBy(() -> read("billing", "oauth2.client.biling.client-id"))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageEndingWith(". oauth2.client.biling.* is set; is that the client that is meant?");
  }

  @Test
  void whoever_tells_the_problems_alone_tells_that_too() {
    assertThatThrownBy(() -> read("billing", "oauth2.client.biling.client-id"))
        .isInstanceOfSatisfying(
            InvalidSettingsException.class,
            problem ->
                assertThat(problem.problems())
                    .last(STRING)
                    .endsWith(
                        ". oauth2.client.biling.* is set; is that the client that is meant?"));
  }

  @Test
  void settings_of_quite_another_client_are_not() {
    assertThatThrownBy(() -> read("billing", "oauth2.client.orders.client-id"))
        .hasMessageContaining("The configuration seen by this thread has none");
  }

  @Test
  void settings_without_a_clients_name_are_told() {
    assertThatThrownBy(() -> read("billing", "oauth2.client.token-endpoint"))
        .hasMessageContaining("oauth2.client.token-endpoint is set and belongs to no client")
        .hasMessageEndingWith("oauth2.client.<name>.token-endpoint");
  }

  private static void read(String client, String property) {
    new SettingsReader(
            new SmallRyeConfigBuilder()
                .withSources(
                    new PropertiesConfigSource(
                        Map.of(property, "https://login.example"), "test", 1))
                .build(),
            new TokenKey(client, Set.of()))
        .get();
  }
}
