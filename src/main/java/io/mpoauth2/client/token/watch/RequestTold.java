package io.mpoauth2.client.token.watch;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenRequestEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token request that is over.
 *
 * @param told whose it is
 * @param purpose why it was made
 * @param asked the endpoint as a {@link PublicUri}, null if nothing was sent or it is not known
 * @param answered the status of an answer with a token, zero if there was none
 * @param token what came of it, or null
 * @param usable until when it is given out, or null
 * @param failed why nothing did, or null
 * @param failures how many failed in a row
 * @param next when the next one may be sent, null if at once
 * @param startedAt when it began
 * @param duration how long it took
 */
public record RequestTold(
    Told told,
    Purpose purpose,
    @Nullable URI asked,
    int answered,
    @Nullable AccessToken token,
    @Nullable Instant usable,
    @Nullable RuntimeException failed,
    int failures,
    @Nullable Instant next,
    Instant startedAt,
    Duration duration)
    implements TokenRequestEvent, ToldEvent {

  @Override
  public Outcome outcome() {
    if (failed instanceof TokenRefusedException) {
      return Outcome.REFUSED;
    }
    if (failed instanceof TokenException) {
      return Outcome.UNAVAILABLE;
    }
    return failed == null ? Outcome.ISSUED : Outcome.UNUSABLE_SETTINGS;
  }

  @Override
  public Optional<URI> endpoint() {
    return Optional.ofNullable(asked);
  }

  @Override
  public int status() {
    return failed instanceof TokenException e ? e.status() : answered;
  }

  @Override
  public @Nullable String error() {
    return failed instanceof TokenException e ? e.error() : null;
  }

  @Override
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failed);
  }

  @Override
  public Optional<Instant> nextAttempt() {
    return Optional.ofNullable(next);
  }

  @Override
  public Optional<String> fingerprint() {
    return Optional.ofNullable(token).map(AccessToken::fingerprint);
  }

  @Override
  public Optional<Instant> usableUntil() {
    return Optional.ofNullable(usable);
  }

  @Override
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(token).map(AccessToken::expiresAt);
  }
}
