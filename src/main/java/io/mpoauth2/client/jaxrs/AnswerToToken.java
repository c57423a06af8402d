package io.mpoauth2.client.jaxrs;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;

/** An answer to a request that carried our token: is it about the token, and in which way? */
record AnswerToToken(SentToken sent, ClientRequestContext request, ClientResponseContext response) {
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  void see() throws IOException {
    switch (response.getStatus()) {
      case UNAUTHORIZED -> refused(Challenges.of(response));
      case BAD_REQUEST -> {
        Challenges challenges = Challenges.of(response);
        if (challenges.sayInvalidToken()) {
          refused(challenges);
        }
      }
      case FORBIDDEN -> {
        Challenges challenges = Challenges.of(response);
        if (challenges.sayInvalidToken()) {
          refused(challenges);
        } else {
          new Forbidden(sent.binding(), request.getUri().getHost(), challenges).tell(sent.token());
        }
      }
      default -> {
        // Whatever it is, another token makes no difference.
      }
    }
  }

  private void refused(Challenges challenges) throws IOException {
    ClientBinding binding = sent.binding();
    if (!binding.settings.retryUnauthorized()) {
      return;
    }
    if (binding.isFixed) {
      binding.log.warnOncePer(
          sent.token(),
          "fixed token refused",
          "a "
              + response.getStatus()
              + " of the API goes to the caller as it is: "
              + binding.log.property("access-token")
              + " is a fixed token, and there is no other one");
    } else {
      new Refusal(this, challenges).handle();
    }
  }
}
