package io.mpoauth2.client.telemetry.wiring;

import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.TokenRequestEvent;
import io.mpoauth2.client.token.watch.PromptListener;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the tokens of each client and scope set, by what was told. Asks only where it is
 * told to.
 */
final class TokenHealth implements PromptListener {
  private final InstantSource clock;
  private final Map<ClientScope, Seen> seen = new ConcurrentHashMap<>();
  private final Map<ClientScope, TokenProvider> providers = new ConcurrentHashMap<>();

  TokenHealth(InstantSource clock) {
    this.clock = clock;
  }

  /** Whose tokens. */
  record ClientScope(String client, Set<String> scope) {
    /** As it stands in data: the client, and the scope of the annotation where there is one. */
    String shown() {
      return scope.isEmpty() ? client : client + '[' + String.join(" ", new TreeSet<>(scope)) + ']';
    }
  }

  /**
   * What came of the last request.
   *
   * @param usableUntil until when the last token is given out, null if there never was one
   * @param error why the last request failed, null if it did not
   * @param nextAttempt when the next one may be sent, null if at once
   */
  record Seen(
      @Nullable Instant usableUntil, @Nullable String error, @Nullable Instant nextAttempt) {

    boolean isUsable(Instant now) {
      return usableUntil != null && now.isBefore(usableUntil);
    }

    /** Says whether a call can be expected to get a token. */
    boolean isFine(Instant now) {
      return error == null || isUsable(now);
    }

    /** Says whether a request may be sent that could end this. */
    boolean mayBeAskedAgain(Instant now) {
      return !isFine(now) && (nextAttempt == null || !now.isBefore(nextAttempt));
    }
  }

  /** Of two sources of one name the last counts; nobody can tell them apart in the data either. */
  @Override
  public void made(TokenProvider provider, String client, Set<String> scope) {
    providers.put(new ClientScope(client, scope), provider);
  }

  /** Begins the next request, and waits for nothing. */
  void askAgain(ClientScope key) {
    TokenProvider provider = providers.get(key);
    if (provider != null) {
      var unused = provider.tokenAsync();
    }
  }

  @Override
  public void tokenRequested(TokenRequestEvent event) {
    seen.compute(
        new ClientScope(event.client(), event.scope()),
        (key, before) ->
            new Seen(
                event.usableUntil().orElse(before == null ? null : before.usableUntil),
                error(event),
                event.nextAttempt().orElse(null)));
  }

  Instant now() {
    return clock.instant();
  }

  /** Gives all, in the order of their names. */
  Map<ClientScope, Seen> all() {
    Map<ClientScope, Seen> sorted =
        new TreeMap<>((one, other) -> one.shown().compareTo(other.shown()));
    sorted.putAll(seen);
    return sorted;
  }

  private static @Nullable String error(TokenRequestEvent event) {
    String code = event.error();
    return code == null
        ? event.failure().map(failure -> failure.getClass().getSimpleName()).orElse(null)
        : code;
  }
}
