package io.mpoauth2.it.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import jakarta.ws.rs.client.WebTarget;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** The check of every row, with each kind of client that there is to try. */
@Timeout(90)
public abstract class SameRequest implements Rows {
  private Limits limits;
  private TestReporter reporter;
  private String row = "";

  @BeforeEach
  void remember(TestInfo test, TestReporter testReporter) {
    limits = new Limits(ConfigProvider.getConfig());
    reporter = testReporter;
    row = test.getTestMethod().orElseThrow().getName();
    cannotCall(row)
        .ifPresent(
            reason -> {
              report(reason);
              abort(reason);
            });
  }

  /** Gives the clients, each to be set up. */
  abstract List<Subject> subjects();

  /**
   * Gives the reason why a row's request is not sent again, if there is one.
   *
   * @param call the row
   * @return the reason, as the log has it
   */
  protected Optional<String> cannotResend(String call) {
    return limits.reason("resend." + call);
  }

  /**
   * Gives the reason why this client cannot make a row's call at all, if there is one.
   *
   * @param call the row
   * @return the reason
   */
  protected Optional<String> cannotCall(String call) {
    return limits.reason("call." + call);
  }

  @Override
  public final void assertSame(Consumer<Stage> setUp, Call call) {
    Optional<String> known = cannotResend(row);
    each(
        setUp,
        call,
        (trial, log) -> {
          Outcome with = trial.make();
          if (known.isPresent()) {
            assertThat(trial.assertDeclined(with, log)).contains(known.get());
            report(known.get());
          } else {
            trial.assertSentAgain(with, log);
          }
        });
  }

  @Override
  public final void assertSameOrRefused(Consumer<Stage> setUp, Call call) {
    Optional<String> known = cannotResend(row);
    if (known.isPresent()) {
      // Then nobody reads the refusal for the caller: what it does is between API and caller.
      report(known.get());
      return;
    }
    each(
        setUp,
        call,
        (trial, log) -> {
          Outcome with = trial.make();
          if (with.status() == 200) {
            trial.assertSentAgain(with, log);
          } else {
            report(trial.assertDeclined(with, log));
          }
        });
  }

  @Override
  public final void assertTimesOut(Consumer<Stage> setUp, Call call) {
    Optional<String> known = cannotResend(row);
    each(
        setUp,
        call,
        (trial, log) -> {
          LoopbackApi api = trial.stage().api();
          api.tokens().acceptAgain();
          api.holdAnswers();
          Outcome first = trial.make();
          assertThat(first.status()).as("the first request ends too, with %s", first).isZero();
          api.tokens().revoke();

          Outcome with = trial.make();

          // java.net.http itself may send a GET again that was not answered in time.
          assertThat(api.arrived())
              .filteredOn(arrived -> arrived.authorization().contains("token-2"))
              .as("second requests")
              .hasSizeBetween(known.isPresent() ? 0 : 1, known.isPresent() ? 0 : 2);
          assertThat(with.status())
              .as("no answer, but %s", with)
              .isEqualTo(known.isPresent() ? api.refusalStatus() : 0);
          known.ifPresent(this::report);
        });
  }

  @Override
  public final void assertLeftAlone(Call call) {
    for (Subject subject : subjects()) {
      try (subject;
          LoopbackApi api = LoopbackApi.start();
          LogLines log = LogLines.open()) {
        Stage stage = new Stage(api, subject);

        Outcome answer = Outcome.of(stage, subject.calls(api), call);

        assertThat(answer.status()).as("%s: %s", subject, answer).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(LoopbackApi.REFUSED);
        assertThat(api.arrived())
            .singleElement()
            .satisfies(arrived -> assertThat(arrived.authorization()).doesNotContain("token-"));
        assertThat(log.warnings()).isEmpty();
      }
    }
  }

  @Override
  public final String setting(String name) {
    Optional<String> value =
        ConfigProvider.getConfig().getOptionalValue("runtime." + name, String.class);
    return value.orElseGet(() -> abort("the client has no " + name));
  }

  @Override
  public final Optional<String> cannot(String what) {
    return limits.reason(what);
  }

  @Override
  public WebTarget inChunks(WebTarget target) {
    String[] property = setting("chunked").split("=");
    // Without a property, the client does so by itself.
    return property.length == 1 ? target : target.property(property[0], property[1]);
  }

  private void report(String reason) {
    reporter.publishEntry(Results.CANNOT, reason);
  }

  private void each(Consumer<Stage> setUp, Call call, Check check) {
    for (Subject subject : subjects()) {
      try (subject;
          LoopbackApi api = LoopbackApi.start();
          LogLines log = LogLines.open()) {
        Stage stage = new Stage(api, subject);
        setUp.accept(stage);
        Trial trial = new Trial(stage, subject.calls(api), call);
        trial.begin();
        check.of(trial, log);
      }
    }
  }

  /** What holds for the call with a 401 in between. */
  @FunctionalInterface
  private interface Check {
    void of(Trial trial, LogLines log);
  }
}
