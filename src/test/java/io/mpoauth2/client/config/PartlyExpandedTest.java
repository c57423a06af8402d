package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.smallrye.config.ConfigValue;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** A runtime that leaves out an expression without a value and gives the rest, as Payara does. */
class PartlyExpandedTest {
  private static final String ORIGINS = "oauth2.client.default.allowed-origins";
  private static final String ENDPOINT = "oauth2.client.default.token-endpoint";

  @Test
  void what_is_left_of_a_host_is_a_problem() {
    assertThatThrownBy(
            () -> read("https://${stage}login.example/token", "https://login.example/token"))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(ENDPOINT + " is set but has no value");
  }

  @Test
  void what_is_left_of_a_list_is_a_problem() {
    assertThatThrownBy(() -> readOrigins("https://a.example,${more}", "https://a.example"))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(ORIGINS + " is set but has no value");
  }

  @Test
  void what_is_expanded_is_none() {
    assertThat(read("https://${host}/token", "https://login.example/token").tokenEndpoint())
        .hasHost("login.example");
  }

  @Test
  void neither_is_what_has_a_default_or_is_escaped_or_is_no_expression_there() {
    assertThat(read("https://${x:login}.example/t", "https://login.example/t").tokenEndpoint())
        .hasHost("login.example");
    assertThat(read("https://login.example/\\${x}", "https://login.example/x").tokenEndpoint())
        .hasHost("login.example");
    assertThat(read("https://login.example/t", "https://login.example/t").tokenEndpoint())
        .hasHost("login.example");
  }

  private static ClientSettings read(String raw, String endpoint) {
    return reader(ENDPOINT, raw, endpoint).get();
  }

  private static void readOrigins(String raw, String origins) {
    reader(ORIGINS, raw, origins).callSettings();
  }

  private static SettingsReader reader(String property, String raw, String value) {
    Map<String, String> values = new HashMap<>();
    values.put(ENDPOINT, "https://login.example/token");
    values.put("host", "login.example");
    values.put("oauth2.client.default.client-id", "id");
    values.put("oauth2.client.default.client-secret", "secret");
    values.put(property, value);
    Config config =
        (Config)
            Proxy.newProxyInstance(
                PartlyExpandedTest.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getPropertyNames" -> values.keySet();
                      case "getOptionalValues" ->
                          Optional.ofNullable(values.get(arguments[0])).map(List::of);
                      case "getOptionalValue" -> Optional.ofNullable(values.get(arguments[0]));
                      case "getConfigValue" ->
                          ConfigValue.builder()
                              .withName((String) arguments[0])
                              .withRawValue(
                                  arguments[0].equals(property) ? raw : values.get(arguments[0]))
                              .build();
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    return new SettingsReader(config, new TokenKey("default", Set.of()));
  }
}
