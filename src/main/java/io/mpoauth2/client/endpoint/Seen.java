package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.endpoint.transport.NoAnswerException;
import io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a token request that gave no token.
 *
 * @param settings what it was made of
 * @param outcome what kind of failure it is
 * @param missing what there was not, where there was no answer
 * @param status the answer's; zero without one
 * @param code the OAuth code in it, wherever it stood; empty if there is none
 * @param detail what there was instead of an answer, or where it redirects to; fit to be shown
 */
record Seen(
    ClientSettings settings,
    Outcome outcome,
    Optional<Missing> missing,
    int status,
    String code,
    String detail) {

  enum Outcome {
    /** The server says no. */
    REFUSED,
    /** An answer that is no final one, or nobody's who was asked. */
    UNAVAILABLE,
    /** A token that must not be used (RFC 6749, section 7.1). */
    OTHER_TOKEN_TYPE,
    /** A success without a token. */
    NO_TOKEN,
    NO_ANSWER
  }

  static Seen answer(
      ClientSettings settings,
      Outcome outcome,
      HttpAnswer answer,
      @Nullable String code,
      String detail) {
    return new Seen(
        settings, outcome, Optional.empty(), answer.status(), code == null ? "" : code, detail);
  }

  static Seen nothing(ClientSettings settings, NoAnswerException failure) {
    return new Seen(
        settings, Outcome.NO_ANSWER, Optional.of(failure.missing()), 0, "", failure.detail());
  }

  boolean is(Outcome other) {
    return outcome == other;
  }
}
