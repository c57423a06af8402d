package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.ClientLog;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What becomes of one answer to a request that carried our token. */
final class AnswerHandling implements BiConsumer<@Nullable AccessToken, @Nullable Throwable> {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final ClientBinding binding;
  private final Attempt attempt;
  private final ClientRequestContext request;
  private final ClientResponseContext response;

  /** Of the API; a late outcome is told when the request may be gone. */
  private final String host;

  AnswerHandling(
      ClientBinding binding,
      Attempt attempt,
      ClientRequestContext request,
      ClientResponseContext response) {
    this.binding = binding;
    this.attempt = attempt;
    this.request = request;
    this.response = response;
    this.host = request.getUri().getHost();
  }

  static boolean isWanted(ClientResponseContext response) {
    return response.getStatus() == UNAUTHORIZED || response.getStatus() == FORBIDDEN;
  }

  void handle() throws IOException {
    if (response.getStatus() == FORBIDDEN) {
      tellForbidden(attempt.token);
    } else if (binding.settings.retryUnauthorized()) {
      sendOnceMore();
    }
  }

  private void sendOnceMore() throws IOException {
    QuarkusRequest quarkus = attempt.quarkus;
    if (quarkus == null && binding.isOfQuarkus(request)) {
      // It was sent again already.
      tellFreshTokenRefused(attempt.token);
      return;
    }
    if (!Challenges.of(response).areCurable()) {
      binding.declined(
          attempt.token,
          "challenge",
          "its challenge asks for something that a new token cannot cure");
      return;
    }
    Client resteasy = ResteasyEngine.client(request);
    if (quarkus != null) {
      sendAgain(quarkus);
    } else if (resteasy == null) {
      decline("a second request through this Jakarta REST client would not be the same one");
    } else if (!ResteasyEngine.sendsAgainFor(resteasy)) {
      decline(
          "the engine of this RESTEasy client is not one of those known to hold their caller until"
              + " the answer is there");
    } else {
      sendAgain(resteasy);
    }
  }

  private void sendAgain(QuarkusRequest quarkus) {
    if (!quarkus.mayWait()) {
      quarkus.suspend();
      binding.provider.replaceAsync(attempt.token).whenComplete(this);
      return;
    }
    AccessToken other = another();
    if (other != null) {
      sendAgain(quarkus, other);
    }
  }

  private void sendAgain(Client resteasy) throws IOException {
    AccessToken other = another();
    Resend resend =
        other == null ? null : Resend.prepare(binding, attempt, request, resteasy, other);
    if (other == null || resend == null) {
      return;
    }
    if (!resend.into(response)) {
      declined("it is too large to be put away for another answer");
    } else if (response.getStatus() == UNAUTHORIZED) {
      tellFreshTokenRefused(other);
    } else if (response.getStatus() == FORBIDDEN) {
      tellForbidden(other);
    }
  }

  /** Has the token replaced; nothing is sent again. */
  private void decline(String why) {
    Replacement replacement = binding.replace(attempt.token);
    boolean there = replacement != null && replacement.isThere();
    if (!there) {
      declined(why + "; the token is being replaced");
    }
    if (replacement != null) {
      replacement
          .outcome()
          .whenComplete(
              (other, failure) -> {
                if (usable(other, failure) != null && there) {
                  declined(why + "; the next call has another token");
                }
              });
    }
  }

  private @Nullable AccessToken another() {
    try {
      return usable(binding.provider.replace(attempt.token), null);
    } catch (Throwable e) {
      // Whatever a provider throws, the caller has its 401.
      return usable(null, e);
    }
  }

  /** Goes on, with another token or without, where the answer was put aside. */
  @Override
  public void accept(@Nullable AccessToken other, @Nullable Throwable failure) {
    QuarkusRequest quarkus = attempt.quarkus;
    AccessToken usable = usable(other, failure);
    if (quarkus != null) {
      if (usable != null) {
        sendAgain(quarkus, usable);
      }
      quarkus.resume(null);
    }
  }

  private void sendAgain(QuarkusRequest quarkus, AccessToken other) {
    if (!quarkus.sendAgain(other, response)) {
      declined(
          "its body is a stream, too large for "
              + binding.property("replay-buffer")
              + " or sent by an event loop, or this Quarkus is not like the known ones");
    }
  }

  /** Gives the token if it is another one; else null, and why is told. */
  private @Nullable AccessToken usable(@Nullable AccessToken other, @Nullable Throwable failure) {
    if (failure != null) {
      // Whatever it is, settings gone bad for example: the caller gets the 401, so it is told here.
      binding.log.warnOncePer(
          attempt.token,
          "no replacement",
          "the API answered 401, and no other token can be had: "
              + ClientLog.reason(QuarkusRequest.reason(failure)));
    } else if (other == null || other.value().equals(attempt.token.value())) {
      tellFreshTokenRefused(attempt.token);
    } else {
      return other;
    }
    return null;
  }

  private void declined(String why) {
    binding.declined(attempt.token, "resend", why);
  }

  private void tellFreshTokenRefused(AccessToken token) {
    binding.log.warnOncePer(
        token,
        "fresh token refused",
        "the API at "
            + host
            + " answered 401 to a fresh token too. Look at what the API wants: "
            + binding.property("audience")
            + ", "
            + binding.property("scope")
            + ", or the clocks of both servers");
  }

  private void tellForbidden(AccessToken token) {
    new ForbiddenAnswer(binding, request, response).tell(token);
  }
}
