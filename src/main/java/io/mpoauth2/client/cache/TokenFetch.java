package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenSource;
import org.jspecify.annotations.Nullable;

/** What happens on a flight's thread: the settings are read, and a request is sent. */
final class TokenFetch {
  private final TokenSource source;
  private final Flights flights;

  TokenFetch(TokenSource source, Flights flights) {
    this.source = source;
    this.flights = flights;
  }

  /**
   * A new token.
   *
   * @param sentAt before it was asked for: its lifetime counts from when the answer was made, which
   *     was later
   */
  record Fetched(IssuedToken issued, long sentAt) {}

  /** Gives a new token, null if the settings are those that failed and the cooldown goes on. */
  @Nullable Fetched fetch(Flight flight) throws InterruptedException {
    TokenSource.Exchange exchange = source.prepare(flight.refused);
    if (flight.look != null
        && exchange.equals(flight.look.exchange())
        && RefreshPolicy.isCoolingDown(flight.look, flights.now())) {
      return null;
    }
    try {
      return send(flight, exchange);
    } catch (TokenRefusedException e) {
      // A secret that was replaced between reading it and using it is no reason to wait.
      TokenSource.Exchange changed =
          "invalid_client".equals(e.error()) ? changed(flight, exchange) : null;
      if (changed == null) {
        throw e;
      }
      return send(flight, changed);
    }
  }

  private TokenSource.@Nullable Exchange changed(Flight flight, TokenSource.Exchange refused) {
    try {
      TokenSource.Exchange now = source.prepare(flight.refused);
      return now.equals(refused) || !flights.isUnderWay(flight) ? null : now;
    } catch (TokenSource.SettingsProblem e) {
      // Somebody is changing them; what the server said is the better reason.
      return null;
    }
  }

  private Fetched send(Flight flight, TokenSource.Exchange exchange) throws InterruptedException {
    flights.sends(flight, exchange);
    long sentAt = flights.now();
    return new Fetched(exchange.send(), sentAt);
  }
}
