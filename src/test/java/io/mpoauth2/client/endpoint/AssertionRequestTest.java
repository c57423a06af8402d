package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.authentication.NoAuthentication;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssertionRequestTest {
  private final FakeTokenEndpoint server = FakeTokenEndpoint.start().answersToken("t0k3n", 300);
  private final SampleSettings settings = SampleSettings.at(server.uri());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_assertion_is_sent_once() throws InterruptedException {
    AskingClient client = new AskingClient(settings.authentication(SampleAssertions.byKey()));

    client.asks();
    client.asks();

    assertThat(server.requests())
        .extracting(request -> request.form("client_assertion").get(0))
        .doesNotHaveDuplicates()
        .hasSize(2);
    assertThat(server.lastRequest().header("Authorization")).isEmpty();
  }

  @Test
  void an_assertion_as_grant_stands_alone_in_the_form() throws InterruptedException {
    new AskingClient(
            settings
                .grant(SampleAssertions.grant())
                .authentication(new NoAuthentication())
                .scope("document_read"))
        .asks();

    assertThat(server.onlyRequest().body())
        .matches(
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer"
                + "&scope=document_read&assertion=[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    assertThat(server.onlyRequest().header("Authorization")).isEmpty();
  }

  /** RFC 6749, section 3.2. Some servers want the id beside Basic, so it may be a parameter. */
  @Test
  void no_parameter_is_sent_twice() throws InterruptedException {
    new AskingClient(
            settings
                .parameters(Map.of("client_id", List.of("clientId")))
                .authentication(SampleAssertions.finished("a.b.c")))
        .asks();

    assertThat(server.onlyRequest().form("client_id")).containsExactly("clientId");
  }
}
