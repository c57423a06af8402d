package io.mpoauth2.client.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.example/a?b#c,      https://api.example",
    "https://api.example:443,        https://api.example",
    "http://api.example:80/,         http://api.example",
    "https://api.example:80/,        https://api.example:80",
    "http://api.example:443/,        http://api.example:443",
    "HTTPS://API.Example:8443/Path,  https://api.example:8443",
    "https://user@api.example/,      https://api.example",
    "https://api.example:0/,         https://api.example:0",
    "https://[2001:DB8::1]/,         https://[2001:db8::1]",
  })
  void an_origin_is_scheme_host_and_port(URI uri, String origin) {
    assertThat(Origin.of(uri)).hasToString(origin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://API.example", "https://api.example:443/path"})
  void default_ports_and_case_make_no_difference(URI uri) {
    assertThat(Origin.of(uri)).isEqualTo(Origin.of(URI.create("https://api.example")));
  }

  @Test
  void scheme_host_and_port_each_make_a_difference() {
    Origin origin = Origin.of(URI.create("https://api.example"));

    assertThat(Origin.of(URI.create("http://api.example:443"))).isNotEqualTo(origin);
    assertThat(Origin.of(URI.create("https://apis.example"))).isNotEqualTo(origin);
    assertThat(Origin.of(URI.create("https://api.example:8443"))).isNotEqualTo(origin);
  }

  @Test
  void hosts_with_an_underscore_are_hosts() {
    Origin origin = Origin.of(URI.create("http://Auth_Server:8080/path"));

    assertThat(origin).hasToString("http://auth_server:8080");
    assertThat(Origin.of(URI.create("https://auth_server:/"))).hasToString("https://auth_server");
    assertThat(Origin.of(URI.create("https://auth_server")))
        .isEqualTo(Origin.of(URI.create("https://auth_server:443")))
        .isNotEqualTo(Origin.of(URI.create("https://other_server")));
    assertThat(Origin.of(URI.create("https://user@auth_server"))).isNull();
    assertThat(Origin.of(URI.create("https://auth_server:x"))).isNull();
    assertThat(Origin.of(URI.create("https://127.1"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"svc.1a", "web-", "-web", "web-.7up", "a_b.example."})
  void other_hosts_that_only_a_uri_cannot_read_are_hosts(String host) {
    assertThat(Origin.of(URI.create("http://" + host + ":8080/path")))
        .hasToString("http://" + host + ":8080");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.1", "0x7f.1", "127.0x1", "256.0.0.1", "127.1.", "a..b", "a-\u00e9"})
  void what_may_be_an_address_to_some_is_no_host(String host) {
    assertThat(Origin.of(URI.create("http://" + host + "/"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://api.example",
        "mailto:a@api.example",
        "/path",
        "//api.example/",
        "https:///"
      })
  void other_uris_have_no_origin(URI uri) {
    assertThat(Origin.of(uri)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost",
        "http://LOCALHOST:8080",
        "http://127.0.0.1",
        "http://127.255.255.254",
        "http://[::1]:80"
      })
  void loopback_literals_are_loopback(URI uri) {
    assertThat(Origin.of(uri)).matches(Origin::isLoopback);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost.example",
        "http://128.0.0.1",
        "http://127.0.0.1.example",
        "http://127.example",
        "http://127.0.0.010",
        "http://[::2]",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://notlocalhost",
        "http://[::ffff:10.0.0.1]"
      })
  void nothing_else_is_loopback(URI uri) {
    assertThat(Origin.of(uri)).matches(origin -> !origin.isLoopback());
  }

  @Test
  void https_is_encrypted_and_http_is_not() {
    assertThat(Origin.of(URI.create("https://api.example:80"))).matches(Origin::isEncrypted);
    assertThat(Origin.of(URI.create("http://api.example:443")))
        .matches(origin -> !origin.isEncrypted());
  }
}
