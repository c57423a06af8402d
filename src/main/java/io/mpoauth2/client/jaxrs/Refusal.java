package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.jaxrs.runtime.ClientRuntime;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenRejectionEvent.Outcome;
import io.mpoauth2.client.token.operation.Brake;
import io.mpoauth2.client.token.operation.FailureWords;
import io.mpoauth2.client.token.operation.LogMessage;
import jakarta.ws.rs.client.ClientRequestContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An API's refusal of our token, mostly a 401: can another token cure it, can another be had, and
 * can the request be sent again?
 */
final class Refusal {
  private static final String FRESH_TOO = "a fresh token was refused too";

  private final AnswerToToken answer;
  private final Challenges challenges;
  private final ClientBinding binding;
  private final SentToken sent;
  private final ClientRequestContext request;
  private final ClientRuntime runtime;

  /** Of this answer and the API; a late outcome is told when the request may be gone. */
  private final int status;

  private final String host;

  Refusal(AnswerToToken answer, Challenges challenges) {
    this.answer = answer;
    this.challenges = challenges;
    this.sent = answer.sent();
    this.binding = sent.binding();
    this.request = answer.request();
    this.runtime = binding.runtimes.of(request);
    this.status = answer.response().getStatus();
    this.host = request.getUri().getHost();
  }

  void handle() throws IOException {
    Rejection before = sent.rejection();
    if (before != null) {
      tellFreshTokenRefused();
      before.rejectedAgain(status, FRESH_TOO);
      return;
    }
    Rejection rejection = new Rejection(answer);
    if (!challenges.areCurable()) {
      String why = "its challenge asks for something that a new token cannot cure";
      tell(LogMessage.NOT_CURABLE, why);
      rejection.left(Outcome.NOT_CURABLE, why);
      return;
    }
    String obstacle =
        CoveringSignature.isOn(request)
            ? CoveringSignature.OBSTACLE
            : sent.replay().obstacle(request, answer.response());
    if (obstacle != null) {
      decline(obstacle, rejection);
    } else if (!sent.replay().putAway(request, answer.response())) {
      decline("its own body did not come to an end within a second", rejection);
    } else {
      runtime.withOther(
          request,
          binding.tokens,
          sent.token(),
          (other, failure) -> sendAgain(other, failure, rejection));
    }
  }

  private void sendAgain(
      @Nullable AccessToken other, @Nullable Throwable failure, Rejection rejection)
      throws IOException {
    AccessToken usable = usable(other, failure);
    if (usable == null) {
      rejection.left(
          Outcome.NO_OTHER_TOKEN, failure == null ? FRESH_TOO : FailureWords.of(failure));
      return;
    }
    SentToken next = sent.followedBy(usable, rejection);
    next.addTo(request, runtime);
    String obstacle = send(rejection);
    if (obstacle != null) {
      tell(LogMessage.NOT_SENT_AGAIN, obstacle + "; the next call has another token");
      rejection.left(Outcome.NOT_SENT_AGAIN, obstacle);
    } else {
      new AnswerToToken(next, request, answer.response()).see();
    }
  }

  private @Nullable String send(Rejection rejection) throws IOException {
    rejection.sendsAgain(runtime.tracesEachRequest());
    try {
      return sent.replay().send(request, answer.response());
    } catch (IOException | RuntimeException | Error e) {
      rejection.failed(e);
      throw e;
    }
  }

  /** Has the token replaced; nothing is sent again. */
  private void decline(String why, Rejection rejection) {
    Replacement replacement =
        runtime.mayWait(request)
            ? binding.tokens.replaceSoon(sent.token())
            : binding.tokens.replaceLater(sent.token());
    boolean there = replacement != null && replacement.isThere();
    if (!there) {
      tell(LogMessage.NOT_SENT_AGAIN, why + "; the token is being replaced");
    }
    rejection.left(Outcome.NOT_SENT_AGAIN, why);
    if (replacement != null) {
      replacement
          .outcome()
          .whenComplete(
              (other, failure) -> {
                if (usable(other, failure) != null && there) {
                  tell(LogMessage.NOT_SENT_AGAIN, why + "; the next call has another token");
                }
              });
    }
  }

  /** Gives the token if it is another one; else null, and why is told. */
  private @Nullable AccessToken usable(@Nullable AccessToken other, @Nullable Throwable failure) {
    if (failure != null) {
      // Whatever it is, settings gone bad for example: the caller gets the 401, so it is told here.
      binding.log.tellOncePer(
          sent.token(),
          LogMessage.NO_OTHER_TOKEN,
          () ->
              "the API answered "
                  + status
                  + ", and no other token can be had: "
                  + FailureWords.of(failure)
                  + token());
    } else if (other == null || other.value().equals(sent.token().value())) {
      tellFreshTokenRefused();
    } else {
      return other;
    }
    return null;
  }

  private void tell(LogMessage message, String why) {
    binding.log.tellOncePer(
        sent.token(),
        message,
        () -> "a " + status + " of the API goes to the caller as it is: " + why + token());
  }

  /** Which one, for those who compare with what the API logs. */
  private String token() {
    return " (token " + sent.token().fingerprint() + ")";
  }

  /** Said once per token, be it refused when it was new or while it could not be replaced. */
  private void tellFreshTokenRefused() {
    Brake brake = sent.rejection() == null ? binding.brake(sent.token()) : null;
    binding.log.tellOncePer(
        sent.token(),
        LogMessage.FRESH_TOKEN_REFUSED,
        () ->
            "the API at "
                + host
                + " answered "
                + status
                + " to a fresh token too"
                + (brake == null
                    ? ". Look"
                    : ": " + brake.inWords() + ". If nobody has revoked it, look")
                + " at what the API wants: "
                + binding.log.property("audience")
                + ", "
                + binding.log.property("scope")
                + ", or the clocks of both servers"
                + token());
  }
}
