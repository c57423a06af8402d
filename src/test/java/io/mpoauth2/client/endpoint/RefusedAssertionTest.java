package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.NoAuthentication;
import io.mpoauth2.client.endpoint.authentication.TlsClientAuth;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.token.TokenRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What to do where a proof is refused that is no secret. */
class RefusedAssertionTest {
  private static final String CLIENT = "oauth2.client.signicat.";

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final SampleSettings settings = SampleSettings.at(server.uri());

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_client", "unauthorized_client", "invalid_grant"})
  void a_signed_assertion_may_have_the_wrong_key_audience_or_time(String error) {
    assertThat(refusal(SampleAssertions.byKey(), error))
        .hasMessageContaining(CLIENT + "private-key-file")
        .hasMessageContaining(CLIENT + "key-id")
        .hasMessageContaining(CLIENT + "assertion-audience")
        .hasMessageContaining("clock")
        .hasMessageNotContaining("client-secret");
  }

  @Test
  void one_that_the_secret_signs_may_have_the_wrong_secret() {
    assertThat(refusal(SampleAssertions.bySecret("s3cr3t"), "invalid_client"))
        .hasMessageContaining(CLIENT + "client-secret")
        .hasMessageContaining(CLIENT + "assertion-audience")
        .hasMessageNotContaining("basic-encoding");
  }

  @Test
  void a_finished_one_may_be_somebodys_whom_the_server_does_not_trust() {
    assertThat(refusal(SampleAssertions.finished("a.b.c"), "invalid_client"))
        .hasMessageContaining(CLIENT + "client-assertion-file")
        .hasMessageContaining(CLIENT + "client-assertion-type")
        .hasMessageNotContaining("private-key")
        .hasMessageNotContaining("client-secret");
  }

  @Test
  void a_certificate_may_be_unknown() {
    assertThat(refusal(new TlsClientAuth("clientId"), "invalid_client"))
        .hasMessageContaining(CLIENT + "key-store-file")
        .hasMessageNotContaining("client-secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_grant", "invalid_client", "consent_required"})
  void an_assertion_that_is_the_grant_may_have_the_wrong_subject(String error) {
    server.answers(400, "{\"error\": \"" + error + "\"}");

    TokenRefusedException refused =
        new AskingClient(
                settings.grant(SampleAssertions.grant()).authentication(new NoAuthentication()))
            .isRefused();

    assertThat(refused)
        .hasMessageContaining(CLIENT + "private-key-file")
        .hasMessageContaining(CLIENT + "assertion-audience")
        .hasMessageNotContaining("client-secret");
  }

  @Test
  void the_subject_is_named_where_the_grant_is_refused() {
    server.answers(400, "{\"error\": \"invalid_grant\"}");

    assertThat(new AskingClient(settings.grant(SampleAssertions.grant())).isRefused())
        .hasMessageContaining(CLIENT + "assertion-subject");
  }

  private TokenRefusedException refusal(ClientAuthentication authentication, String error) {
    server.answers(401, "{\"error\": \"" + error + "\"}");
    return new AskingClient(settings.authentication(authentication)).isRefused();
  }
}
