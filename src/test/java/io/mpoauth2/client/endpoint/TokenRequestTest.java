package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenRequestTest {

  @Test
  void grant_and_scope_are_what_signicats_page_shows() {
    ClientSettings settings = SampleSettings.anywhere().scope("document_read").build();

    String form = TokenRequest.form(settings);

    assertThat(form).isEqualTo("grant_type=client_credentials&scope=document_read");
  }

  @Test
  void scope_is_left_out_where_there_is_none() {
    ClientSettings settings = SampleSettings.anywhere().build();

    String form = TokenRequest.form(settings);

    assertThat(form).isEqualTo("grant_type=client_credentials");
  }

  @Test
  void scope_is_delimited_by_spaces_and_keeps_its_order_and_case() {
    ClientSettings settings =
        SampleSettings.anywhere().scope("document_write", "document_read", "Event").build();

    String form = TokenRequest.form(settings);

    assertThat(form).endsWith("&scope=document_write+document_read+Event");
  }

  @Test
  void further_parameters_are_form_encoded_and_may_repeat() {
    ClientSettings settings =
        SampleSettings.anywhere()
            .parameters(
                Map.of(
                    "resource", List.of("https://a.example/", "https://b.example/"),
                    "audience", List.of("ein Ä & b")))
            .build();

    String form = TokenRequest.form(settings);

    assertThat(form)
        .isEqualTo(
            "grant_type=client_credentials&audience=ein+%C3%84+%26+b"
                + "&resource=https%3A%2F%2Fa.example%2F&resource=https%3A%2F%2Fb.example%2F");
  }

  @Test
  void client_secret_post_sends_no_basic() {
    ClientSettings settings =
        SampleSettings.anywhere()
            .authentication(ClientAuthentication.post("clientId", Secret.of("a&b")))
            .build();

    String form = TokenRequest.form(settings);

    assertThat(onTheWire(settings, false)).doesNotContain("Authorization");
    assertThat(form)
        .isEqualTo("grant_type=client_credentials&client_id=clientId&client_secret=a%26b");
  }

  @Test
  void the_request_has_what_every_server_wants_and_closes_its_connection() {
    ClientSettings settings =
        SampleSettings.at(URI.create("https://login.example:8443/token?tenant=a%20b"))
            .scope("document_read")
            .build();

    assertThat(onTheWire(settings, false))
        .isEqualTo(
            """
            POST /token?tenant=a%20b HTTP/1.1
            Host: login.example:8443
            Connection: close
            User-Agent: mp-oauth2-client
            Accept: application/json
            Content-Type: application/x-www-form-urlencoded
            Content-Length: 49
            Authorization: Basic Y2xpZW50SWQ6Y2xpZW50U2VjcmV0

            grant_type=client_credentials&scope=document_read"""
                .replace("\n", "\r\n"));
  }

  @Test
  void an_endpoint_without_path_is_asked_at_the_root() {
    ClientSettings settings = SampleSettings.at(URI.create("https://login.example")).build();

    assertThat(onTheWire(settings, false)).startsWith("POST / HTTP/1.1\r\nHost: login.example\r\n");
  }

  @Test
  void a_proxy_is_told_the_whole_address() {
    ClientSettings settings = SampleSettings.at(URI.create("http://login.example/token")).build();

    assertThat(onTheWire(settings, true))
        .startsWith("POST http://login.example/token HTTP/1.1\r\nHost: login.example\r\n");
  }

  @Test
  void letters_beyond_ascii_in_the_endpoint_are_percent_encoded() {
    ClientSettings settings = SampleSettings.at(URI.create("https://login.example/tökèn")).build();

    assertThat(onTheWire(settings, false)).startsWith("POST /t%C3%B6k%C3%A8n HTTP/1.1");
  }

  private static String onTheWire(ClientSettings settings, boolean absolute) {
    return new String(TokenRequest.bytes(settings, absolute), ISO_8859_1);
  }
}
