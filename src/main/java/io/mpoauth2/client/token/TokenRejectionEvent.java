package io.mpoauth2.client.token;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An API refused a token of ours with a 401, or said so with a 400 or 403. */
public interface TokenRejectionEvent extends TokenEvent {

  /** What became of the request. A later version may have more. */
  enum Outcome {
    /** It was sent once more with another token, which the API took. */
    RECOVERED,

    /** It was sent once more with another token, which the API refused too. */
    REJECTED_AGAIN,

    /** It was sent once more, and there is no answer: the caller has the failure. */
    FAILED,

    /** The API wants something that no new token can give. */
    NOT_CURABLE,

    /** There is no other token, or none that is not fresh. */
    NO_OTHER_TOKEN,

    /** The same request could not be sent again. */
    NOT_SENT_AGAIN,

    /** Nobody wants a second request. */
    NOT_WANTED
  }

  /**
   * Gives what became of the request.
   *
   * @return where it is not {@code RECOVERED} or {@code FAILED}, the caller has the refusal
   */
  Outcome outcome();

  /**
   * Gives why the request was not sent again, or in vain.
   *
   * @return a sentence for people; empty where it was recovered
   */
  String reason();

  /**
   * Gives the method of the request.
   *
   * @return for example {@code GET}
   */
  String method();

  /**
   * Gives where the request went.
   *
   * @return without query, fragment and user information
   */
  URI api();

  /**
   * Gives the status of the refusal.
   *
   * @return 401, else 400 or 403
   */
  int status();

  /**
   * Gives when the refusal was there.
   *
   * @return by the wall clock; before a new token was asked for
   */
  Instant refusedAt();

  /**
   * Gives by what to tell the refused token from others.
   *
   * @return its {@link AccessToken#fingerprint()}
   */
  String fingerprint();

  /**
   * Gives the request that was sent once more.
   *
   * @return empty if none was
   */
  Optional<SecondRequest> second();

  /** The same request with another token. */
  interface SecondRequest {

    /**
     * Gives the status of its answer.
     *
     * @return zero if there is none
     */
    int status();

    /**
     * Gives why there is no answer.
     *
     * @return the class of the failure; empty if there is one
     */
    Optional<String> failure();

    /**
     * Gives when it was sent.
     *
     * @return by the wall clock
     */
    Instant startedAt();

    /**
     * Gives how long it took.
     *
     * @return until its answer was there
     */
    Duration duration();

    /**
     * Says whether the runtime, where it is traced, traces this request too.
     *
     * @return {@code true} on Quarkus REST, which traces what leaves its HTTP client; others trace
     *     the call, of which this is a part
     */
    boolean isTracedByRuntime();
  }
}
