package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.operation.ClientLog;
import org.jspecify.annotations.Nullable;

/** Failed renewals, of which no caller hears: each outage is warned of once. */
final class UnheardFailures {
  private static final String NOT_RENEWED =
      "the token could not be renewed ahead of time; the old one serves until it ends. ";
  private static final String SETTINGS = "settings";

  private final ClientLog log;
  private final Clock clock;
  private volatile String warnedOf = "";

  UnheardFailures(ClientLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  void tell(TokenException reason, Cooldown cooldown) {
    tell(
        "outage since " + cooldown.since(),
        "Next attempt not before " + cooldown.nextAttempt(clock) + ". ",
        reason);
  }

  void tell(TokenSource.SettingsProblem problem) {
    tell(SETTINGS, "", problem);
  }

  /** Forgets what was said, and says that it is over. */
  void end(@Nullable Cooldown cooldown) {
    warnedOf = "";
    if (cooldown != null) {
      log.info("a new token after " + cooldown.failures() + " failed request(s)");
    }
  }

  private void tell(String topic, String next, RuntimeException failure) {
    if (topic.equals(warnedOf)) {
      log.debug("still no new token: " + ClientLog.reason(failure));
    } else {
      warnedOf = topic;
      log.warn(NOT_RENEWED + next + ClientLog.reason(failure));
    }
  }
}
