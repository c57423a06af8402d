package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.jaxrs.runtime.ClientRuntime;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.operation.Brake;
import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.ws.rs.client.ClientRequestContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An API's refusal of our token, mostly a 401: can another token cure it, can another be had, and
 * can the request be sent again?
 */
final class Refusal {
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
    if (sent.isSecond()) {
      tellFreshTokenRefused();
      return;
    }
    if (!challenges.areCurable()) {
      tell("challenge", "its challenge asks for something that a new token cannot cure");
      return;
    }
    String obstacle = sent.replay().obstacle(request);
    if (obstacle != null) {
      decline(obstacle);
    } else if (!sent.replay().putAway(request, answer.response())) {
      decline("its own body did not come to an end within a second");
    } else {
      runtime.withOther(request, binding.tokens, sent.token(), this::sendAgain);
    }
  }

  private void sendAgain(@Nullable AccessToken other, @Nullable Throwable failure)
      throws IOException {
    AccessToken usable = usable(other, failure);
    if (usable == null) {
      return;
    }
    SentToken next = sent.followedBy(usable);
    next.addTo(request, runtime);
    String obstacle = sent.replay().send(request, answer.response());
    if (obstacle != null) {
      tell("second request", obstacle + "; the next call has another token");
    } else {
      new AnswerToToken(next, request, answer.response()).see();
    }
  }

  /** Has the token replaced; nothing is sent again. */
  private void decline(String why) {
    Replacement replacement =
        runtime.mayWait(request)
            ? binding.tokens.replaceSoon(sent.token())
            : binding.tokens.replaceLater(sent.token());
    boolean there = replacement != null && replacement.isThere();
    if (!there) {
      tell("second request", why + "; the token is being replaced");
    }
    if (replacement != null) {
      replacement
          .outcome()
          .whenComplete(
              (other, failure) -> {
                if (usable(other, failure) != null && there) {
                  tell("second request", why + "; the next call has another token");
                }
              });
    }
  }

  /** Gives the token if it is another one; else null, and why is told. */
  private @Nullable AccessToken usable(@Nullable AccessToken other, @Nullable Throwable failure) {
    if (failure != null) {
      // Whatever it is, settings gone bad for example: the caller gets the 401, so it is told here.
      binding.log.warnOncePer(
          sent.token(),
          "no replacement",
          "the API answered "
              + status
              + ", and no other token can be had: "
              + ClientLog.reason(failure));
    } else if (other == null || other.value().equals(sent.token().value())) {
      tellFreshTokenRefused();
    } else {
      return other;
    }
    return null;
  }

  private void tell(String topic, String why) {
    binding.log.warnOncePer(
        sent.token(), topic, "a " + status + " of the API goes to the caller as it is: " + why);
  }

  /** Said once per token, be it refused when it was new or while it could not be replaced. */
  private void tellFreshTokenRefused() {
    Brake brake = sent.isSecond() ? null : binding.brake(sent.token());
    binding.log.warnOncePer(
        sent.token(),
        "fresh token refused",
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
            + ", or the clocks of both servers");
  }
}
