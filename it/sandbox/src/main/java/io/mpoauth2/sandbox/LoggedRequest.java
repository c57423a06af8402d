package io.mpoauth2.sandbox;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as the log keeps it: without any secret or token.
 *
 * @param method the HTTP method
 * @param target path and query as they were sent, a token or secret in the query blanked
 * @param status the status it got; 0 where the connection hung or was reset
 * @param scope the scope a token request asked for; null where it asked for none, and for the API
 */
public record LoggedRequest(String method, String target, int status, @Nullable String scope) {
  private static final Pattern SECRETS =
      Pattern.compile("((?:access_token|client_secret|client_assertion|assertion)=)[^&]*");

  static LoggedRequest of(Call call, Answer answer) {
    String target = SECRETS.matcher(call.target()).replaceAll("$1...");
    return new LoggedRequest(
        call.method(),
        target,
        answer.statusOnTheWire(),
        call.path().equals(TokenEndpoint.PATH) ? scope(call) : null);
  }

  boolean toTokenEndpoint() {
    return target.split("\\?", 2)[0].equals(TokenEndpoint.PATH);
  }

  private static @Nullable String scope(Call call) {
    try {
      return Form.parse(call.text()).get("scope").orElse(null);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }
}
