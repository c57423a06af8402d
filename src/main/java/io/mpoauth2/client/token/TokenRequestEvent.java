package io.mpoauth2.client.token;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token request is over. */
public interface TokenRequestEvent extends TokenEvent {

  /** Why a token was asked for. A later version may have more. */
  enum Purpose {
    /** Somebody waits for it, and there was none that could be used. */
    FIRST,

    /** The one that is used comes to its end; nobody waits. */
    RENEWAL,

    /** A resource server refused the one that was used. */
    REPLACEMENT
  }

  /** What came of it. A later version may have more. */
  enum Outcome {
    /** A token. */
    ISSUED,

    /** The authorization server refused. */
    REFUSED,

    /** The authorization server could not be asked, or gave no usable answer. */
    UNAVAILABLE,

    /** Nothing was sent, because the settings are not usable. */
    UNUSABLE_SETTINGS
  }

  /**
   * Gives why a token was asked for.
   *
   * @return by whom it was begun, whoever joined later
   */
  Purpose purpose();

  /**
   * Gives what came of it.
   *
   * @return what {@link #failure()} says in detail
   */
  Outcome outcome();

  /**
   * Gives who was asked.
   *
   * @return the token endpoint without its query; empty if nothing was sent, or by a source of
   *     one's own that does not tell
   */
  Optional<URI> endpoint();

  /**
   * Gives the HTTP status of the answer.
   *
   * @return zero if there was no answer, or it was not told
   */
  int status();

  /**
   * Gives the OAuth error code (RFC 6749, section 5.2).
   *
   * @return for example {@code invalid_client}; null if there was none
   */
  @Nullable String error();

  /**
   * Gives why there is no token.
   *
   * @return what callers get as an exception; empty if there is one
   */
  Optional<RuntimeException> failure();

  /**
   * Gives how many requests failed in a row.
   *
   * @return with this one; if it brought a token, those before it
   */
  int failures();

  /**
   * Gives when the next request may be sent.
   *
   * @return the end of the cooldown that this one began; empty if it began none
   */
  Optional<Instant> nextAttempt();

  /**
   * Gives by what to tell the new token from others.
   *
   * @return its {@link AccessToken#fingerprint()}; empty if there is none
   */
  Optional<String> fingerprint();

  /**
   * Gives the end of the new token's life.
   *
   * @return its {@link AccessToken#expiresAt()}; empty if there is none
   */
  Optional<Instant> expiresAt();

  /**
   * Gives until when the new token is given out.
   *
   * @return its end but for the {@code expiry-margin}; empty if there is none
   */
  Optional<Instant> usableUntil();

  /**
   * Gives when it began.
   *
   * @return by the wall clock
   */
  Instant startedAt();

  /**
   * Gives how long it took.
   *
   * @return until there was an answer, or the time was over
   */
  Duration duration();
}
