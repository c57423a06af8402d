package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.FailureWords;
import io.mpoauth2.client.token.operation.LogMessage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What happens on a flight's thread: the settings are read, and a request is sent. */
final class TokenFetch {
  private final TokenSource source;
  private final Slot slot;
  private final Clock clock;
  private final Deadlines deadlines;
  private final Landing landing;
  private final ClientLog log;

  /** The {@code request-timeout} read last: of callers, and of a flight that has not read it. */
  private volatile Duration timeout = Duration.ofSeconds(10);

  TokenFetch(
      TokenSource source,
      Slot slot,
      Clock clock,
      Deadlines deadlines,
      Landing landing,
      ClientLog log) {
    this.source = source;
    this.slot = slot;
    this.clock = clock;
    this.deadlines = deadlines;
    this.landing = landing;
    this.log = log;
  }

  Duration timeout() {
    return timeout;
  }

  /** Lands a flight, if nobody does so before. */
  void run(Flight flight) {
    flight.boards(Thread.currentThread());
    try {
      if (slot.isOf(flight)) {
        prepareAndSend(flight);
      }
    } catch (TokenSource.SettingsProblem e) {
      landing.withoutSettings(flight, e);
    } catch (Throwable e) {
      landing.withFailure(flight, e);
    } finally {
      flight.boards(null);
    }
  }

  private void prepareAndSend(Flight flight) throws InterruptedException {
    TokenSource.Exchange exchange = source.prepare(flight.refused);
    Cooldown look = flight.look;
    if (look != null
        && exchange.equals(look.exchange())
        && RefreshPolicy.isCoolingDown(look, clock.now())) {
      // What failed is not sent again so soon; other settings would have been a reason to.
      landing.afterLook(flight, look);
      return;
    }
    try {
      send(flight, exchange);
    } catch (TokenRefusedException e) {
      // A secret that was replaced between reading it and using it is no reason to wait.
      TokenSource.Exchange changed =
          "invalid_client".equals(e.error()) ? changed(flight, exchange) : null;
      if (changed == null) {
        throw e;
      }
      landing.report().refusedBefore(flight, e);
      send(flight, changed);
    }
  }

  private void send(Flight flight, TokenSource.Exchange exchange) throws InterruptedException {
    Duration before = flight.timeout();
    timeout = RefreshPolicy.bounded(exchange.timeout());
    long sentAt = clock.now();
    flight.sends(exchange, timeout, sentAt);
    if (!before.equals(timeout)) {
      deadlines.setAlarm(flight);
    }
    Duration left = deadlines.left(flight);
    if (left.isNegative() || left.isZero()) {
      // Its alarm rings too, but perhaps after the request has gone out.
      deadlines.expire(flight);
    }
    if (slot.isOf(flight)) {
      landing.withToken(flight, exchange.send(left), sentAt);
    }
  }

  /** Reads the settings once more; null if they are those that were sent. */
  private TokenSource.@Nullable Exchange changed(Flight flight, TokenSource.Exchange sent) {
    try {
      TokenSource.Exchange again = source.prepare(flight.refused);
      return again.equals(sent) ? null : again;
    } catch (RuntimeException | Error e) {
      // Somebody is changing them; what the server said is the better reason.
      log.tell(
          LogMessage.SETTINGS_NOT_READ_AGAIN,
          () -> "settings could not be read again after invalid_client: " + FailureWords.of(e));
      return null;
    }
  }
}
