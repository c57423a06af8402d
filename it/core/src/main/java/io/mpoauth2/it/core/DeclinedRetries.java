package io.mpoauth2.it.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.it.core.LoopbackApi.Arrived;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What a caller and the API see where nothing can be sent again. */
@Timeout(30)
public abstract class DeclinedRetries {
  static final Answer ACCEPTED = new Answer(200, null, LoopbackApi.ACCEPTED);
  static final Answer REFUSED = new Answer(401, LoopbackApi.CHALLENGE, LoopbackApi.REFUSED);

  private static final String DECLINED = "a 401 of the API goes to the caller as it is";

  LoopbackApi api;
  private Client client;

  @BeforeEach
  void open() {
    api = LoopbackApi.start();
    client = newClient();
  }

  @AfterEach
  void close() {
    // First what a call may still wait for.
    api.close();
    client.close();
  }

  /** Gives a client without any filter. */
  protected Client newClient() {
    return ClientBuilder.newClient();
  }

  /** Gives a client that has the filter itself. */
  final Client client() {
    return client.register(new BearerTokenFilter(api.tokens().provider()));
  }

  /**
   * Makes the call with a good token, with a revoked one, and once more; each reaches the API once.
   *
   * @return the request as it arrived, the same three times but for the token
   */
  final Arrived assertDeclined(Supplier<Response> call) {
    assertThat(answer(call)).isEqualTo(ACCEPTED);
    api.tokens().revoke();

    try (LogLines log = LogLines.open()) {
      assertRefused(log, call);
      assertThat(answer(call)).as("the next call").isEqualTo(ACCEPTED);
      assertThat(log.warnings()).hasSize(1);
    }

    List<Arrived> arrived = api.arrived();
    assertThat(arrived)
        .extracting(Arrived::authorization)
        .containsExactly("[Bearer token-1]", "[Bearer token-1]", "[Bearer token-2]");
    assertThat(arrived)
        .extracting(Arrived::withoutToken)
        .containsOnly(arrived.get(0).withoutToken());
    return arrived.get(0);
  }

  /** Makes the call with a good token, then with a revoked one. */
  final void assertSentAgain(Supplier<Response> call) {
    assertThat(answer(call)).isEqualTo(ACCEPTED);
    api.tokens().revoke();

    assertThat(answer(call)).isEqualTo(ACCEPTED);

    assertThat(api.arrived()).hasSize(3);
  }

  /** The 401 as it is, nothing sent again, one log line that says so. */
  final void assertRefused(LogLines log, Supplier<Response> call) {
    int before = api.arrived().size();

    Answer answer = answer(call);

    assertSoftly(
        softly -> {
          softly.assertThat(answer).isEqualTo(REFUSED);
          softly.assertThat(api.arrived()).as("requests").hasSize(before + 1);
          softly
              .assertThat(log.warnings())
              .hasSize(1)
              .allSatisfy(line -> assertThat(line).contains(DECLINED));
        });
  }

  static Answer answer(Supplier<Response> call) {
    try (Response response = call.get()) {
      return new Answer(
          response.getStatus(),
          response.getHeaderString(HttpHeaders.WWW_AUTHENTICATE),
          response.readEntity(String.class));
    }
  }

  /** An answer as it is read through the user's own readers. */
  record Answer(int status, String challenge, String body) {}
}
