package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.testing.RecordedEvents;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.TokenRequestEvent;
import io.mpoauth2.client.token.TokenRequestEvent.Outcome;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those are told who watch providers without CDI. */
class WatchedProvidersTest {
  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final RecordedEvents events = new RecordedEvents();
  private TokenProviders providers;

  @BeforeEach
  void start() {
    MapConfig config =
        MapConfig.complete("signicat")
            .with("token-endpoint", server.uri() + "?tenant=s3cret")
            .with("client-id", "id")
            .with("client-secret", "s3cret");
    providers = TokenProviders.from(config.config(), List.of(events));
  }

  @AfterEach
  void close() {
    providers.close();
    server.close();
  }

  @Test
  void a_token_is_told_with_the_endpoint_and_the_status_of_its_answer() {
    server.answers(201, "{\"access_token\":\"abc\",\"token_type\":\"Bearer\",\"expires_in\":60}");

    providers.get("signicat", List.of("read write")).token();

    TokenRequestEvent event = events.lastRequest();
    assertThat(event.client()).isEqualTo("signicat");
    assertThat(event.scope()).containsExactly("read", "write");
    assertThat(event.endpoint()).contains(server.uri());
    assertThat(event.status()).isEqualTo(201);
    assertThat(event.duration()).isPositive();
  }

  @Test
  void a_refusal_is_told_with_status_and_code() {
    server.answers(400, "{\"error\":\"invalid_client\"}");

    var unused = catchThrowable(providers.get("signicat")::token);

    assertThat(events.lastRequest().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(events.lastRequest().status()).isEqualTo(400);
    assertThat(events.lastRequest().error()).isEqualTo("invalid_client");
  }

  @Test
  void an_overload_is_told_with_its_status() {
    server.answers(503, "{\"error\":\"temporarily_unavailable\"}");

    var unused = catchThrowable(providers.get("signicat")::token);

    assertThat(events.lastRequest().outcome()).isEqualTo(Outcome.UNAVAILABLE);
    assertThat(events.lastRequest().status()).isEqualTo(503);
    assertThat(events.lastRequest().error()).isEqualTo("temporarily_unavailable");
  }

  @Test
  void no_answer_has_no_status() {
    server.resets();

    var unused = catchThrowable(providers.get("signicat")::token);

    assertThat(events.lastRequest().outcome()).isEqualTo(Outcome.UNAVAILABLE);
    assertThat(events.lastRequest().status()).isZero();
    assertThat(events.lastRequest().error()).isNull();
  }

  @Test
  void tokens_of_a_source_of_ones_own_are_told_of_too() {
    ScriptedSource source = new ScriptedSource(new ManualClock());

    providers.caching("others", source).token();

    assertThat(events.lastRequest().client()).isEqualTo("others");
    assertThat(events.lastRequest().outcome()).isEqualTo(Outcome.ISSUED);
  }
}
