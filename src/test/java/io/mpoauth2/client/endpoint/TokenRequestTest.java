package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenRequestTest {

  @Test
  void grant_and_scope_are_what_signicats_page_shows() {
    ClientSettings settings = SampleSettings.anywhere().scope("document_read").build();

    String form = TokenRequest.form(settings);

    assertThat(form).isEqualTo("grant_type=client_credentials&scope=document_read");
    assertThat(TokenRequest.post(settings).headers().firstValue("Authorization"))
        .contains("Basic Y2xpZW50SWQ6Y2xpZW50U2VjcmV0");
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
            .authentication(new ClientSecretPost("clientId", Secret.of("a&b")))
            .build();

    String form = TokenRequest.form(settings);

    assertThat(TokenRequest.post(settings).headers().firstValue("Authorization")).isEmpty();
    assertThat(form)
        .isEqualTo("grant_type=client_credentials&client_id=clientId&client_secret=a%26b");
  }
}
