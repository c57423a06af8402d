package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.operation.LogMessage;
import org.jspecify.annotations.Nullable;

/**
 * A 403 that another token does not cure. Mostly somebody must grant a scope, and is told which;
 * where the API gives another reason, or none, the scopes are not blamed.
 */
record Forbidden(ClientBinding binding, String host, Challenges challenges) {
  private static final int LONGEST_TEXT = 200;

  /**
   * Warns of it, once per reason and scope that the API tells.
   *
   * @param token the token that the answer is about
   */
  void tell(AccessToken token) {
    String scope = shown(challenges.scope(), token);
    String error = shown(challenges.error(), token);
    binding.log.tellOnceEach(
        error + ' ' + scope,
        LogMessage.FORBIDDEN,
        () ->
            "the API at "
                + host
                + " answered 403"
                + reason(error, scope)
                + "; scope of the token: "
                + bounded(String.join(" ", token.scope()))
                + "; requested: "
                + bounded(String.join(" ", token.requestedScope()))
                + remedy(error, scope)
                + " (token "
                + token.fingerprint()
                + ")");
  }

  private static String reason(String error, String scope) {
    if (error.isEmpty() && scope.isEmpty()) {
      return " and gave no reason in a challenge";
    }
    return (error.isEmpty() ? "" : " (" + error + ")")
        + ". Scope it wants: "
        + (scope.isEmpty() ? "not said" : scope);
  }

  private String remedy(String error, String scope) {
    String grant =
        "grant it to the API client in the authorization server's dashboard and name it in "
            + binding.log.property("scope")
            + " or in @OAuth2Client(scope)";
    if (!scope.isEmpty() || error.equals("insufficient_scope")) {
      return ". What to do: " + grant;
    }
    return error.isEmpty()
        ? ". A scope that it misses is one possibility: then " + grant
        : ". That is not about a scope";
  }

  /** Somebody else's words, in our log: of the characters that scope has, and not too many. */
  private static String shown(@Nullable String words, AccessToken token) {
    return words == null
        ? ""
        : cut(words.replaceAll("[^\\x21-\\x7E]+", " ").replace(token.value(), "(hidden)"));
  }

  private static String bounded(String scope) {
    return scope.isEmpty() ? "none" : cut(scope);
  }

  private static String cut(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + " (cut)" : text;
  }
}
