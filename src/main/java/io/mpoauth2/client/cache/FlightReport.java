package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.TokenRequestEvent.Purpose;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.watch.CooldownTold;
import io.mpoauth2.client.token.watch.PublicUri;
import io.mpoauth2.client.token.watch.RequestTold;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Tells those who watch what came of a flight. */
final class FlightReport {
  private final Clock clock;

  FlightReport(Clock clock) {
    this.clock = clock;
  }

  void issued(Flight flight, IssuedToken issued, State stored, @Nullable Cooldown before) {
    int failures = before == null ? 0 : before.failures();
    tell(
        flight,
        new Result(issued.status(), issued.token(), usableUntil(stored), null, failures, null));
    if (before != null) {
      tellOf(flight, before, clock.wallNow(), TokenListener::cooldownEnded);
    }
  }

  void failed(Flight flight, TokenException reason, @Nullable Cooldown begun) {
    if (begun != null) {
      Instant next = begun.nextAttempt(clock);
      tell(flight, new Result(0, null, null, reason, begun.failures(), next));
      tellOf(flight, begun, next, TokenListener::cooldownBegun);
    }
  }

  void withoutSettings(Flight flight, TokenSource.SettingsProblem problem) {
    tell(flight, new Result(0, null, null, problem, 0, null));
  }

  /** Tells of a refusal after which the flight goes on with other settings. */
  void refusedBefore(Flight flight, TokenException reason) {
    tell(flight, new Result(0, null, null, reason, 1, null));
  }

  private record Result(
      int status,
      @Nullable AccessToken token,
      @Nullable Instant usableUntil,
      @Nullable RuntimeException failure,
      int failures,
      @Nullable Instant next) {}

  private void tell(Flight flight, Result result) {
    Duration duration = Duration.ofNanos(clock.now() - flight.sentAt());
    flight.onlookers.tell(
        told ->
            new RequestTold(
                told,
                purpose(flight),
                endpoint(flight.exchange()),
                result.status,
                result.token,
                result.usableUntil,
                result.failure,
                result.failures,
                result.next,
                clock.wallNow().minus(duration),
                duration),
        TokenListener::tokenRequested);
  }

  private void tellOf(
      Flight flight, Cooldown cooldown, Instant until, BiConsumer<TokenListener, CooldownTold> to) {
    Duration ago = Duration.ofNanos(clock.now() - cooldown.since());
    flight.onlookers.tell(
        told ->
            new CooldownTold(
                told, cooldown.failures(), clock.wallNow().minus(ago), until, cooldown.reason()),
        to);
  }

  private @Nullable Instant usableUntil(State stored) {
    Generation current = stored.current();
    return current == null ? null : clock.wallNow().plusNanos(current.expiredAt - clock.now());
  }

  private static Purpose purpose(Flight flight) {
    if (flight.aheadOfTime) {
      return Purpose.RENEWAL;
    }
    return flight.refused == null ? Purpose.FIRST : Purpose.REPLACEMENT;
  }

  /** A user's own source may throw here, which must keep no caller from the outcome. */
  private static @Nullable URI endpoint(TokenSource.@Nullable Exchange exchange) {
    try {
      URI endpoint = exchange == null ? null : exchange.endpoint();
      return endpoint == null ? null : PublicUri.of(endpoint);
    } catch (RuntimeException | Error e) {
      return null;
    }
  }
}
