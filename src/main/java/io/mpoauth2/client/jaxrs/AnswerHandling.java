package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of one answer to a request that carried our token. */
final class AnswerHandling {
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
    } else if (binding.settings.retryUnauthorized()) {
      sendOnceMore();
    }
  }

  private void sendOnceMore() throws IOException {
    AccessToken refused = attempt.token;
    if (!challenges().areCurable()) {
      binding.declined(
          refused, "challenge", "its challenge asks for something that a new token cannot cure");
      return;
    }
    if (!binding.mayWait(request)) {
      // The answer waits, or a call made straight after it would have the refused token again.
      SuspendedRequest.until(binding.provider.replaceAsync(refused), binding, request, false);
      binding.declined(
          refused,
          "resend",
          "Quarkus REST sends no request again; the next call has another token");
      return;
    }
    AccessToken other = replacement(refused);
    Resend resend = other == null ? null : Resend.prepare(binding, attempt, request, other);
    if (other == null || resend == null) {
      return;
    }
    if (!resend.into(response)) {
      binding.declined(refused, "resend", "it is too large to be put away for another answer");
    } else if (response.getStatus() == UNAUTHORIZED) {
      tellFreshTokenRefused(other);
    } else if (response.getStatus() == FORBIDDEN) {
      tellForbidden(other);
    }
  }

  /** Gives another token; null if none can be had. */
  private @Nullable AccessToken replacement(AccessToken refused) {
    AccessToken other;
    try {
      other = binding.provider.replace(refused);
    } catch (RuntimeException e) {
      // Whatever it is, settings gone bad for example: the caller gets the 401, so it is told here.
      binding.log.warnOncePer(
          refused,
          "no replacement",
          "the API answered 401, and no other token can be had: " + e.getMessage());
      return null;
    }
    if (other.value().equals(refused.value())) {
      tellFreshTokenRefused(refused);
      return null;
    }
    return other;
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
    for (Map.Entry<String, List<String>> header : response.getHeaders().entrySet()) {
      if (header.getKey().equalsIgnoreCase(HttpHeaders.WWW_AUTHENTICATE)) {
        return new Challenges(header.getValue());
      }
    }
    return new Challenges(List.of());
  }
}
