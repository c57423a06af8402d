package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.TokenRejectionEvent.Outcome;
import io.mpoauth2.client.token.operation.LogMessage;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;

/** An answer to a request that carried our token: is it about the token, and in which way? */
record AnswerToToken(SentToken sent, ClientRequestContext request, ClientResponseContext response) {
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  /** Of a second one, where the runtime sends the request behind our filter. */
  private static final int STILL_TO_COME = 0;

  void see() throws IOException {
    switch (response.getStatus()) {
      case UNAUTHORIZED -> refused(Challenges.of(response));
      case BAD_REQUEST -> {
        Challenges challenges = Challenges.of(response);
        if (challenges.sayInvalidToken()) {
          refused(challenges);
        } else {
          accepted();
        }
      }
      case FORBIDDEN -> {
        Challenges challenges = Challenges.of(response);
        if (challenges.sayInvalidToken()) {
          refused(challenges);
        } else {
          accepted();
          new Forbidden(sent.binding(), request.getUri().getHost(), challenges).tell(sent.token());
        }
      }
      case STILL_TO_COME -> {
        // It passes the filter when it is there.
      }
      default -> accepted();
    }
  }

  /** Whatever it is, another token makes no difference. */
  private void accepted() {
    Rejection before = sent.rejection();
    if (before != null) {
      before.recovered(response.getStatus());
    }
  }

  private void refused(Challenges challenges) throws IOException {
    ClientBinding binding = sent.binding();
    if (!binding.settings.retryUnauthorized()) {
      new Rejection(this).left(Outcome.NOT_WANTED, "no second request is wanted");
    } else if (binding.isFixed) {
      String why =
          binding.log.property("access-token") + " is a fixed token, and there is no other one";
      binding.log.tellOncePer(
          sent.token(),
          LogMessage.FIXED_TOKEN_REFUSED,
          () -> "a " + response.getStatus() + " of the API goes to the caller as it is: " + why);
      new Rejection(this).left(Outcome.NO_OTHER_TOKEN, why);
    } else {
      new Refusal(this, challenges).handle();
    }
  }
}
