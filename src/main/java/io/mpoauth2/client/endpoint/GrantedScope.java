package io.mpoauth2.client.endpoint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The scope that a token answer tells (RFC 6749, section 5.1), in whatever form it is told. */
final class GrantedScope {
  private static final int MOST_SCOPES = 2000;

  /** Also what a list is written with, for those who send one as a string. */
  private static final Pattern BETWEEN_SCOPES = Pattern.compile("[\\s,;|+\\[\\]{}\"]+");

  private final Set<String> requested;
  private final TokenFailures failures;

  GrantedScope(Set<String> requested, TokenFailures failures) {
    this.requested = requested;
    this.failures = failures;
  }

  /**
   * Gives the scope tokens among the server's words.
   *
   * @param body the answer
   * @param accessToken the token that came with it, which is no scope
   * @return null if the answer tells none
   */
  @Nullable Set<String> of(AnswerJson body, String accessToken) {
    List<String> told = told(body);
    return told == null ? null : scopeTokens(told, accessToken);
  }

  /**
   * Some servers send a list, and some put other characters where the standard has blanks, in a
   * list too.
   */
  private @Nullable List<String> told(AnswerJson body) {
    List<String> list = body.strings("scope");
    String told = list == null ? body.string("scope") : String.join(" ", first(list));
    if (told == null) {
      return null;
    }
    List<String> tokens = List.of(told.strip().split("\\s+"));
    List<String> parts = List.of(BETWEEN_SCOPES.split(told));
    boolean isMeant = !requested.isEmpty() && parts.containsAll(requested);
    return isMeant && !tokens.containsAll(requested) ? parts : tokens;
  }

  private static List<String> first(List<String> told) {
    return told.subList(0, Math.min(told.size(), MOST_SCOPES));
  }

  /**
   * Gives the scope tokens (RFC 6749, section 3.3) among somebody else's words. They stand in log
   * lines, so what is none does not count, and neither do the token itself and our secrets.
   */
  private Set<String> scopeTokens(List<String> told, String accessToken) {
    Set<String> tokens = new LinkedHashSet<>();
    for (String token : first(told)) {
      if (ClientSettings.isScopeToken(token)
          && token.equals(failures.withoutSecrets(token))
          && !token.contains(accessToken)) {
        tokens.add(token);
      }
    }
    return tokens;
  }
}
