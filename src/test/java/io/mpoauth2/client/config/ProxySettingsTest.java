package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.Notice;
import io.mpoauth2.client.endpoint.transport.ProxyChoice;
import io.mpoauth2.client.endpoint.transport.ProxyChoice.Account;
import io.mpoauth2.client.testing.MapConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {
  private static final String CLIENT = "oauth2.client.default.";

  private final MapConfig config = MapConfig.complete("default");

  @Test
  void what_is_not_set_is_the_jvms() {
    assertThat(proxy()).isEqualTo(ProxyChoice.ofTheJvm());
  }

  @Test
  void none_is_the_direct_way() {
    config.with("proxy-address", "none");

    assertThat(proxy()).isEqualTo(ProxyChoice.none());
  }

  @ParameterizedTest
  @CsvSource({
    "proxy.example:3128, proxy.example, 3128",
    "my_proxy:1, my_proxy, 1",
    "10.0.0.1:65535, 10.0.0.1, 65535",
    "[::1]:8080, ::1, 8080",
    "[2001:db8::1]:8080, 2001:db8::1, 8080",
  })
  void an_address_is_a_host_and_a_port(String address, String host, int port) {
    config.with("proxy-address", address);

    assertThat(proxy()).isEqualTo(ProxyChoice.of(host, port, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy.example",
        "proxy.example:",
        ":3128",
        "http://gateway.example:3128",
        "proxy.example:3128/",
        "proxy.example:0",
        "proxy.example:65536",
        "proxy.example:99999",
        "proxy.example:-1",
        "proxy.example:http",
        "2001:db8::1:8080",
        "[2001:db8::1]",
        "[2001:db8::1::2]:8080",
        "[10.0.0.1]:8080",
        "one:1,two:2",
        "direct",
      })
  void anything_else_is_a_problem(String address) {
    config.with("proxy-address", address);

    assertThat(Reading.problems(config))
        .singleElement()
        .asString()
        .startsWith(CLIENT + "proxy-address ")
        .endsWith("\"" + address + "\"");
  }

  @Test
  void a_log_in_before_the_host_is_not_shown() {
    config.with("proxy-address", "user:s3cr3t@proxy.example:3128");

    assertThat(Reading.problems(config))
        .containsExactly(
            CLIENT
                + "proxy-address has a log-in before the host; set "
                + CLIENT
                + "proxy-user and "
                + CLIENT
                + "proxy-password");
  }

  @Test
  void who_logs_in_has_a_password_which_may_be_in_a_file(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "s3cr3t\n");
    config.with("proxy-address", "proxy.example:3128").with("proxy-user", "me");

    assertThat(Reading.problems(config))
        .containsExactly(
            CLIENT + "proxy-password is missing; set it or " + CLIENT + "proxy-password-file");

    config.with("proxy-password", " s3cr3t");
    assertThat(proxy().account()).isEqualTo(new Account("me", " s3cr3t"));

    config.with("proxy-password-file", file.toString());
    assertThat(Reading.problems(config))
        .containsExactly(
            CLIENT
                + "proxy-password and "
                + CLIENT
                + "proxy-password-file are both set; remove one");

    config.without("proxy-password");
    assertThat(proxy().account()).isEqualTo(new Account("me", "s3cr3t"));
  }

  @Test
  void a_password_without_a_user_is_a_problem() {
    config.with("proxy-address", "proxy.example:3128").with("proxy-password", "s3cr3t");

    assertThat(Reading.problems(config))
        .containsExactly(CLIENT + "proxy-user is missing, but a password for it is set");
  }

  @Test
  void a_user_that_basic_cannot_have_is_a_problem() {
    config
        .with("proxy-address", "proxy.example:3128")
        .with("proxy-user", "me:you")
        .with("proxy-password", "s3cr3t");

    assertThat(Reading.problems(config))
        .singleElement()
        .asString()
        .startsWith(CLIENT + "proxy-user has a colon");
  }

  @Test
  void a_log_in_without_a_proxy_is_a_problem() {
    config.with("proxy-user", "me").with("proxy-password", "s3cr3t");

    assertThat(Reading.problems(config))
        .containsExactly(CLIENT + "proxy-user is set, but " + CLIENT + "proxy-address is not");
  }

  @Test
  void a_log_in_that_is_left_over_beside_the_direct_way_is_told() {
    config.with("proxy-address", "none").with("proxy-user", "me").with("proxy-password", "s3cr3t");

    assertThat(Reading.client(config).notices())
        .extracting(Notice::text)
        .containsExactly(CLIENT + "proxy-user has no effect with " + CLIENT + "proxy-address=none");
  }

  private ProxyChoice proxy() {
    return Reading.client(config).route().proxy();
  }
}
