package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import jakarta.json.Json;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerMetadataTest {
  private static final Issuer ISSUER = new Issuer("https://login.example", false);
  private static final String PLAIN = "https://login.example/token";
  private static final String CERTIFIED = "https://mtls.login.example/token";
  private static final String ALIASES =
      "\"mtls_endpoint_aliases\": {\"token_endpoint\": \"" + CERTIFIED + "\"}";

  @Test
  void a_port_is_65535_at_most() throws Exception {
    assertThat(read("https://login.example:65535/token", "", false).tokenEndpoint()).hasPort(65535);
    assertThatThrownBy(() -> read("https://login.example:65536/token", "", false))
        .isInstanceOf(ServerMetadata.Unusable.class)
        .hasMessageContaining("names a token_endpoint that is none");
  }

  @Test
  void a_port_is_65535_at_most_of_a_host_with_an_underscore_too() throws Exception {
    assertThat(read("https://log_in:65535/token", "", false).tokenEndpoint())
        .hasToString("https://log_in:65535/token");
    assertThatThrownBy(() -> read("https://log_in:65536/token", "", false))
        .isInstanceOf(ServerMetadata.Unusable.class)
        .hasMessageContaining("names a token_endpoint that is none");
  }

  /** It would stand in the message of each failure, whole. */
  @Test
  void a_host_has_255_characters_at_most() throws Exception {
    String host = "h.".repeat(127) + "h";

    assertThat(read("https://" + host + ":65535/token", "", false).tokenEndpoint()).hasHost(host);
    assertThatThrownBy(() -> read("https://h" + host + ":65535/token", "", false))
        .isInstanceOf(ServerMetadata.Unusable.class)
        .hasMessageContaining("names a token_endpoint that is none");
  }

  @Test
  void clients_with_a_certificate_have_an_endpoint_of_their_own() throws Exception {
    assertThat(read(PLAIN, ", " + ALIASES, true).tokenEndpoint()).hasToString(CERTIFIED);
    assertThat(read(PLAIN, ", " + ALIASES, false).tokenEndpoint()).hasToString(PLAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"mtls_endpoint_aliases\": null",
        ", \"mtls_endpoint_aliases\": \"https://a.example\"",
        ", \"mtls_endpoint_aliases\": {}",
        ", \"mtls_endpoint_aliases\": {\"token_endpoint\": null}",
        ", \"mtls_endpoint_aliases\": {\"x\": {\"token_endpoint\": \"https://a.example\"}}",
        ", \"mtls_endpoint_aliases\": [{\"token_endpoint\": \"https://a.example\"}]",
        ", \"x\": {\"mtls_endpoint_aliases\": {\"token_endpoint\": \"https://a.example\"}}"
      })
  void where_none_is_told_theirs_is_everybodys(String more) throws Exception {
    assertThat(read(PLAIN, more, true).tokenEndpoint()).hasToString(PLAIN);
  }

  /** Numbers matter to nobody here, and none that is odd may make the rest unreadable. */
  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "-1e-99999999999", "LONG", "0.LONG"})
  void a_number_that_no_type_holds_is_no_obstacle(String number) throws Exception {
    String more = ", \"x\": " + number.replace("LONG", "9".repeat(2000)) + ", " + ALIASES;

    assertThat(read(PLAIN, more, true).tokenEndpoint()).hasToString(CERTIFIED);
    assertThat(read(PLAIN, more, false).tokenEndpoint()).hasToString(PLAIN);
  }

  private static ServerMetadata read(String endpoint, String more, boolean isCertified)
      throws ServerMetadata.Unusable {
    String body =
        "{\"issuer\": \"" + ISSUER.identifier() + "\", \"token_endpoint\": \"" + endpoint + '"';
    return ServerMetadata.read(
        new HttpAnswer(200, Map.of(), body + more + "}"),
        Json.createParserFactory(Map.of()),
        ISSUER,
        new Excerpt(Set.of()),
        isCertified);
  }
}
