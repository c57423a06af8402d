package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;

/** A 403, which no other token cures: somebody must grant a scope, and is told which. */
final class ForbiddenAnswer {
  private static final int LONGEST_SCOPE = 200;

  private final ClientBinding binding;
  private final ClientRequestContext request;
  private final ClientResponseContext response;

  ForbiddenAnswer(
      ClientBinding binding, ClientRequestContext request, ClientResponseContext response) {
    this.binding = binding;
    this.request = request;
    this.response = response;
  }

  /**
   * Warns of it once.
   *
   * @param token the token that the answer is about
   */
  void tell(AccessToken token) {
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
    return joined.isEmpty() ? "none" : bounded(joined);
  }

  private static String bounded(String text) {
    return text.length() > LONGEST_SCOPE ? text.substring(0, LONGEST_SCOPE) + " (cut)" : text;
  }

  private String requiredScope(AccessToken token) {
    String scope = Challenges.of(response).scope();
    if (scope == null) {
      return "not said";
    }
    // Somebody else's words, in our log: of the characters that scope has, and not too many.
    String clean = scope.replaceAll("[^\\x21-\\x7E]+", " ").replace(token.value(), "(hidden)");
    return bounded(clean);
  }
}
