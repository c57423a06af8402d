package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.TokenRequestEvent;
import io.mpoauth2.client.token.TokenRequestEvent.Outcome;
import io.mpoauth2.client.token.TokenRequestEvent.Purpose;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.FailureWords;
import io.mpoauth2.client.token.operation.LogMessage;
import io.mpoauth2.client.token.watch.PromptListener;

/**
 * What the log says about token requests: new tokens, and failed renewals, of which no caller
 * hears. Each outage is warned of once; that it goes on is told once per cooldown, with how many
 * requests failed.
 */
final class TokenRequestLog implements PromptListener {
  private static final String OUTAGE = "outage";
  private static final String SETTINGS = "settings";

  private final ClientLog log;
  private volatile String warnedOf = "";

  TokenRequestLog(ClientLog log) {
    this.log = log;
  }

  @Override
  public void tokenRequested(TokenRequestEvent event) {
    if (event.outcome() == Outcome.ISSUED) {
      issued(event);
    } else if (event.purpose() == Purpose.RENEWAL) {
      notRenewed(event);
    }
  }

  private void issued(TokenRequestEvent event) {
    warnedOf = "";
    if (event.failures() > 0) {
      log.tell(
          LogMessage.TOKEN_AGAIN,
          () -> "a new token after " + event.failures() + " failed request(s)");
    }
    log.tell(
        LogMessage.TOKEN_ISSUED,
        () ->
            "token "
                + event.fingerprint().orElse("")
                + " came within "
                + event.duration().toMillis()
                + " ms and lives until "
                + event.expiresAt().map(String::valueOf).orElse("")
                + reason(event.purpose()));
  }

  private static String reason(Purpose purpose) {
    return switch (purpose) {
      case FIRST -> "";
      case RENEWAL -> "; the one before is about to end";
      case REPLACEMENT -> "; the one before was refused";
    };
  }

  private void notRenewed(TokenRequestEvent event) {
    boolean ofSettings = event.outcome() == Outcome.UNUSABLE_SETTINGS;
    if (!ofSettings && event.nextAttempt().isEmpty()) {
      // Other settings are tried at once.
      return;
    }
    String topic = ofSettings ? SETTINGS : OUTAGE;
    if (topic.equals(warnedOf) && ofSettings) {
      log.tell(LogMessage.SETTINGS_STILL_UNUSABLE, () -> "still no new token. " + why(event));
    } else if (topic.equals(warnedOf)) {
      log.tell(
          LogMessage.STILL_NOT_RENEWED,
          () -> "still no new token after " + event.failures() + " failed requests. " + why(event));
    } else {
      warnedOf = topic;
      log.tell(
          LogMessage.NOT_RENEWED,
          () ->
              "the token could not be renewed ahead of time; the old one serves until it ends. "
                  + why(event));
    }
  }

  private static String why(TokenRequestEvent event) {
    return event.nextAttempt().map(next -> "Next attempt not before " + next + ". ").orElse("")
        + event.failure().map(FailureWords::of).orElse("");
  }
}
