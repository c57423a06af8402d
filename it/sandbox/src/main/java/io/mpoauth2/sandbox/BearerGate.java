package io.mpoauth2.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets calls with a fitting token through and answers the others as RFC 6750, section 3, says. */
final class BearerGate {
  private static final String REALM = "Bearer realm=\"sandbox\"";

  private final AccessTokens tokens;
  private volatile boolean refusesAll;
  private volatile Challenges challenges = new Challenges(true, List.of());

  BearerGate(AccessTokens tokens) {
    this.tokens = tokens;
  }

  void refuseAll(boolean refuse) {
    refusesAll = refuse;
  }

  synchronized void addChallenge(String challenge) {
    challenges = challenges.plus(challenge);
  }

  synchronized void replaceChallenges(List<String> only) {
    challenges = new Challenges(only.isEmpty(), List.copyOf(only));
  }

  /** Asks for a valid token, whatever its scope. */
  Endpoint valid(Endpoint behind) {
    return call -> check(call, null, behind);
  }

  Endpoint scope(String scope, Endpoint behind) {
    return call -> check(call, scope, behind);
  }

  /** Lets only calls without a token through: who sends one to a public operation gives it away. */
  static Endpoint none(Endpoint behind) {
    return call ->
        call.authorizations().isEmpty()
            ? behind.answer(call)
            : new Problem(400, "This operation is public and takes no access token.").answer();
  }

  private Answer check(Call call, @Nullable String scope, Endpoint behind) {
    List<String> authorizations = call.authorizations();
    if (authorizations.size() > 1) {
      return refuse(400, "More than one Authorization header.", ", error=\"invalid_request\"");
    }
    Optional<String> token =
        authorizations.stream()
            .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
            .map(header -> header.substring(7).strip())
            .findFirst();
    if (token.isEmpty()) {
      // "SHOULD NOT include an error code" where the call has no authentication (section 3.1).
      return refuse(401, "No access token.", "");
    }
    Optional<Set<String>> scopes = refusesAll ? Optional.empty() : tokens.scopesOf(token.get());
    if (scopes.isEmpty()) {
      return refuse(401, "The access token is not valid.", ", error=\"invalid_token\"");
    }
    if (scope != null && !scopes.get().contains(scope)) {
      String error = ", error=\"insufficient_scope\", scope=\"" + scope + "\"";
      return refuse(403, "The access token lacks a scope.", error);
    }
    return behind.answer(call);
  }

  private Answer refuse(int status, String detail, String error) {
    Answer answer = new Problem(status, detail).answer();
    List<String> lines = status == 401 ? challenges.lines(REALM + error) : List.of(REALM + error);
    for (String line : lines) {
      answer = answer.headerLine("WWW-Authenticate", line);
    }
    return answer;
  }

  private record Challenges(boolean own, List<String> others) {
    Challenges plus(String challenge) {
      List<String> more = new ArrayList<>(others);
      more.add(challenge);
      return new Challenges(own, List.copyOf(more));
    }

    List<String> lines(String ownChallenge) {
      List<String> lines = new ArrayList<>(own ? List.of(ownChallenge) : List.of());
      lines.addAll(others);
      return lines;
    }
  }
}
