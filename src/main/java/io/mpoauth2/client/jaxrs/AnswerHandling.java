package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What becomes of one answer to a request that carried our token. */
final class AnswerHandling implements BiConsumer<@Nullable AccessToken, @Nullable Throwable> {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int LONGEST_SCOPE = 200;

  private final ClientBinding binding;
  private final Attempt attempt;
  private final ClientRequestContext request;
  private final ClientResponseContext response;

  AnswerHandling(
      ClientBinding binding,
      Attempt attempt,
      ClientRequestContext request,
      ClientResponseContext response) {
    this.binding = binding;
    this.attempt = attempt;
    this.request = request;
    this.response = response;
  }

  static boolean isWanted(ClientResponseContext response) {
    return response.getStatus() == UNAUTHORIZED || response.getStatus() == FORBIDDEN;
  }

  void handle() throws IOException {
    if (response.getStatus() == FORBIDDEN) {
      tellForbidden(attempt.token);
    } else if (binding.settings.retryUnauthorized) {
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
    if (!challenges().areCurable()) {
      binding.declined(
          attempt.token,
          "challenge",
          "its challenge asks for something that a new token cannot cure");
      return;
    }
    if (quarkus != null && !quarkus.mayWait()) {
      quarkus.suspend();
      binding.provider.replaceAsync(attempt.token).whenComplete(this);
      return;
    }
    AccessToken other = null;
    RuntimeException failure = null;
    try {
      other = binding.provider.replace(attempt.token);
    } catch (RuntimeException e) {
      failure = e;
    }
    other = usable(other, failure);
    if (other == null) {
      return;
    }
    if (quarkus != null) {
      sendAgain(quarkus, other);
      return;
    }
    Resend resend = Resend.prepare(binding, attempt, request, other);
    if (resend == null) {
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
              + QuarkusRequest.reason(failure).getMessage());
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
            + request.getUri().getHost()
            + " answered 401 to a fresh token too. Look at what the API wants: "
            + binding.property("audience")
            + ", "
            + binding.property("scope")
            + ", or the clocks of both servers");
  }

  private void tellForbidden(AccessToken token) {
    binding.log.warnOnce(
        "forbidden",
        "the API at "
            + request.getUri().getHost()
            + " answered 403. Scope it wants: "
            + requiredScope(token)
            + "; scope of the token: "
            + shown(token.scope())
            + "; requested: "
            + shown(token.requestedScope())
            + ". Grant it to the API client in the authorization server's dashboard and"
            + " name it in "
            + binding.property("scope")
            + " or in @OAuth2Client(scope)");
  }

  private static String shown(Iterable<String> scope) {
    String joined = String.join(" ", scope);
    return joined.isEmpty() ? "none" : joined;
  }

  private String requiredScope(AccessToken token) {
    String scope = challenges().scope();
    if (scope == null) {
      return "not said";
    }
    // Somebody else's words, in our log: of the characters that scope has, and not too many.
    String clean = scope.replaceAll("[^\\x21-\\x7E]+", " ").replace(token.value(), "(hidden)");
    return clean.length() > LONGEST_SCOPE ? clean.substring(0, LONGEST_SCOPE) : clean;
  }

  /** Not {@code getHeaders().get(..)}: TomEE's map is case-sensitive. */
  private Challenges challenges() {
    Map<String, List<String>> headers = response.getHeaders();
    for (String name : headers.keySet()) {
      if (name.equalsIgnoreCase(HttpHeaders.WWW_AUTHENTICATE)) {
        return new Challenges(headers.getOrDefault(name, List.of()));
      }
    }
    return new Challenges(List.of());
  }
}
