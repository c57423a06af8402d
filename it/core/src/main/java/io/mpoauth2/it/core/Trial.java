package io.mpoauth2.it.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.mpoauth2.it.core.LoopbackApi.Arrived;
import io.mpoauth2.it.core.api.Calls;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call on one stage: first without a 401, then with one in between. */
final class Trial {
  private final Stage stage;
  private final Calls calls;
  private final Rows.Call call;
  private Outcome without;

  Trial(Stage stage, Calls calls, Rows.Call call) {
    this.stage = stage;
    this.calls = calls;
    this.call = call;
  }

  Stage stage() {
    return stage;
  }

  /** Makes the call that is not refused; its set-up has to show. */
  void begin() {
    without = make();
    assertThat(without.status())
        .as("%s: the call without a 401: %s", stage.subject(), without)
        .isEqualTo(200);
    stage.assertActs(without);
    stage.api().tokens().revoke();
  }

  Outcome make() {
    return Outcome.of(stage, calls, call);
  }

  /** The user's code sees what it saw before, and so does the API. */
  void assertSentAgain(Outcome with, LogLines log) {
    assertThat(with).as("%s: what the user's code sees", stage.subject()).isEqualTo(without);
    assertThat(log.warnings()).isEmpty();
    assertSameAtTheApi();
    // Refused and sent again: not even what is made up for each call may differ.
    List<Arrived> arrived = stage.api().arrived();
    assertThat(arrived.get(2).withoutToken())
        .as("%s: the second request", stage.subject())
        .isEqualTo(arrived.get(1).withoutToken());
  }

  /**
   * The refusal as it is, nothing sent again, one line that says why, and a new token for the next
   * call.
   *
   * @return why
   */
  String assertDeclined(Outcome with, LogLines log) {
    int status = stage.api().refusalStatus();
    assertThat(with.status()).as("%s: the refusal: %s", stage.subject(), with).isEqualTo(status);
    assertThat(stage.api().arrived()).as("%s: requests", stage.subject()).hasSize(2);
    assertThat(log.warnings()).as("%s: what is logged", stage.subject()).hasSize(1);
    String line = log.warnings().get(0);
    Matcher declined =
        Pattern.compile(
                "a "
                    + status
                    + " of the API goes to the caller as it is: (.+); the (token is being replaced"
                    + "|next call has another token) \\(token [0-9a-f]{8}\\)$")
            .matcher(line);
    assertThat(declined.find()).as("that status and reason are told: %s", line).isTrue();

    assertThat(make()).as("%s: the next call", stage.subject()).isEqualTo(without);

    assertThat(log.warnings()).hasSize(1);
    assertSameAtTheApi();
    return declined.group(1);
  }

  /** Three requests, declined or not: the good one, the refused one, the one with a new token. */
  private void assertSameAtTheApi() {
    List<Arrived> arrived = stage.api().arrived();
    assertSoftly(
        softly -> {
          softly
              .assertThat(arrived)
              .as("%s: tokens", stage.subject())
              .extracting(Arrived::authorization)
              .containsExactly("[Bearer token-1]", "[Bearer token-1]", "[Bearer token-2]");
          softly
              .assertThat(arrived)
              .as("%s: requests", stage.subject())
              .extracting(Arrived::withoutToken)
              .extracting(Arrived::withoutBoundary)
              .containsOnly(arrived.get(0).withoutToken().withoutBoundary());
        });
  }
}
