package io.mpoauth2.it.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.it.core.LoopbackApi.Arrived;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/**
 * The check of every row: a call is made without a 401, then with one in between. The requests at
 * the API are equal but for the token, and what the user's code saw is equal too. Where the
 * runtime's project says why it cannot be ({@code runtime.cannot.resend}, or {@code
 * runtime.cannot.resend.<test>} for one row), the 401 comes as it is.
 */
@Timeout(60)
public abstract class SameRequest {
  private static final String DECLINED = " of the API goes to the caller as it is";

  private String row = "";

  @BeforeEach
  void remember(TestInfo test) {
    row = test.getTestMethod().orElseThrow().getName();
  }

  /** Gives a client without any filter. */
  protected Client newClient() {
    return ClientBuilder.newClient();
  }

  /**
   * Gives the reason why this runtime or connector cannot send a request again, if there is one.
   */
  protected Optional<String> cannotResend() {
    Limits limits = new Limits(ConfigProvider.getConfig());
    return limits.reason("resend").or(() -> limits.reason("resend." + row));
  }

  /** With the filter on the client, then on the target. */
  final void assertSame(Consumer<Stage> setUp, Function<WebTarget, Response> call) {
    for (Place place : Place.values()) {
      try (LoopbackApi api = LoopbackApi.start()) {
        Stage stage = new Stage(api, newClient());
        try {
          setUp.accept(stage);
          WebTarget target = place.target(stage);
          assertSame(place, stage, () -> call.apply(target));
        } finally {
          stage.client().close();
        }
      }
    }
  }

  private void assertSame(Place place, Stage stage, Call call) {
    Outcome without = Outcome.of(stage, call);
    assertThat(without.answer()).as("%s: the call without a 401", place).startsWith("200 ");
    stage.api().tokens().revoke();
    try (LogLines log = LogLines.open()) {
      Outcome with = Outcome.of(stage, call);
      if (cannotResend().isPresent()) {
        assertThat(with.answer()).as("%s: declined", place).isNotEqualTo(without.answer());
        assertThat(log.warnings()).hasSize(1).allMatch(line -> line.contains(DECLINED));
        assertThat(Outcome.of(stage, call)).as("%s: the next call", place).isEqualTo(without);
      } else {
        assertThat(with).as("%s: what the user's code sees", place).isEqualTo(without);
      }
    }
    assertSameAtTheApi(place, stage.api().arrived());
  }

  /** Three requests, declined or not: the good one, the refused one, the one with a new token. */
  private static void assertSameAtTheApi(Place place, List<Arrived> arrived) {
    assertSoftly(
        softly -> {
          softly
              .assertThat(arrived)
              .as("%s: tokens", place)
              .extracting(Arrived::authorization)
              .containsExactly("[Bearer token-1]", "[Bearer token-1]", "[Bearer token-2]");
          softly
              .assertThat(arrived)
              .as("%s: requests", place)
              .extracting(Arrived::withoutToken)
              .containsOnly(arrived.get(0).withoutToken());
        });
  }

  /** A call of the user's. */
  interface Call {
    Response make();
  }

  /** Where the filter is. */
  private enum Place {
    CLIENT,
    TARGET;

    WebTarget target(Stage stage) {
      BearerTokenFilter filter = new BearerTokenFilter(stage.api().tokens().provider());
      return this == CLIENT
          ? stage.client().register(filter).target(stage.api().uri())
          : stage.client().target(stage.api().uri()).register(filter);
    }
  }

  /** What a call comes to: its answer, and what the user's code saw meanwhile. */
  private record Outcome(String answer, List<String> seen) {
    static Outcome of(Stage stage, Call call) {
      try (Response response = call.make()) {
        String answer =
            response.getStatus()
                + " "
                + (response.hasEntity() ? response.readEntity(String.class) : "");
        return new Outcome(answer, stage.seenSince());
      }
    }
  }
}
