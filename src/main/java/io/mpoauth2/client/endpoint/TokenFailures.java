package io.mpoauth2.client.endpoint;

import static io.mpoauth2.client.endpoint.Seen.Outcome.NO_TOKEN;
import static io.mpoauth2.client.endpoint.Seen.Outcome.OTHER_TOKEN_TYPE;
import static io.mpoauth2.client.endpoint.Seen.Outcome.REFUSED;
import static io.mpoauth2.client.endpoint.Seen.Outcome.UNAVAILABLE;
import static java.util.stream.Collectors.joining;

import io.mpoauth2.client.endpoint.Seen.Outcome;
import io.mpoauth2.client.endpoint.authentication.Proof;
import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.endpoint.transport.NoAnswerException;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import jakarta.json.stream.JsonParserFactory;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts into words why there is no token, and what to change. Of one request, for its thread. */
final class TokenFailures {
  /** More of a redirect tells nothing. */
  private static final int LONGEST_LOCATION = 2048;

  private final ClientSettings settings;
  private final Proof proof;
  private final JsonParserFactory json;

  /** Null until something is to be shown: each secret in all its spellings takes its time. */
  private @Nullable Excerpt excerpt;

  TokenFailures(ClientSettings settings, Proof proof, JsonParserFactory json) {
    this.settings = settings;
    this.proof = proof;
    this.json = json;
  }

  private Excerpt excerpt() {
    Excerpt made = excerpt;
    if (made == null) {
      made = new Excerpt(OwnSecrets.of(settings, proof));
      excerpt = made;
    }
    return made;
  }

  /** Gives who was to be asked, as the beginning of a sentence: neither path nor query. */
  String server() {
    return (settings.isToBeFound() ? "the issuer at " : "the token endpoint at ")
        + settings.tokenHost();
  }

  String withoutSecrets(String text) {
    return excerpt().withoutSecrets(text);
  }

  TokenException refused(HttpAnswer answer, AnswerJson body, @Nullable Duration retryAfter) {
    int status = answer.status();
    String code = member(body, "error");
    String description = code == null ? null : description(body);
    String page = code == null ? null : member(body, "error_uri");
    String message =
        aboutServer(" refused the request: " + status)
            + (code == null ? " without an OAuth error code" : ' ' + code)
            + words(answer, body, code != null)
            + (page == null ? "" : ", see " + page)
            + remedy(REFUSED, answer, code == null ? codeAmong(answer) : code);
    return TokenRefusedException.builder(status)
        .error(code)
        .errorDescription(description)
        .errorUri(page)
        .retryAfter(retryAfter)
        .build(message);
  }

  TokenException unavailable(HttpAnswer answer, AnswerJson body, @Nullable Duration retryAfter) {
    String code = member(body, "error");
    String message =
        answered(answer)
            + (code == null ? "" : ' ' + code)
            + words(answer, body, code != null)
            + remedy(UNAVAILABLE, answer, code);
    return TokenUnavailableException.answered(message, answer.status(), code, retryAfter);
  }

  TokenException ofAnotherType(HttpAnswer answer, @Nullable String type) {
    String message =
        answered(answer)
            + " with a token of the type \""
            + (type == null ? "(no string)" : excerpt().ofMember(type))
            + '"'
            + excerpt().ofBody(answer.body())
            + remedy(OTHER_TOKEN_TYPE, answer, null);
    return TokenUnavailableException.answered(message, answer.status(), null, null);
  }

  TokenException nonsense(HttpAnswer answer, String what) {
    String message =
        answered(answer)
            + " with "
            + what
            + excerpt().ofBody(answer.body())
            + remedy(NO_TOKEN, answer, null);
    return TokenUnavailableException.answered(message, answer.status(), null, null);
  }

  TokenException unreachable(NoAnswerException failure) {
    String detail = failure.detail();
    String what =
        switch (failure.missing()) {
          case CONNECTED_IN_TIME ->
              " took no connection within "
                  + settings.connectTimeout()
                  + " ("
                  + property("connect-timeout")
                  + ")";
          case ANSWERED_IN_TIME -> " gave no complete answer within " + settings.requestTimeout();
          case REACHED -> " could not be reached (" + detail + ")";
          case TRUSTED -> " could not be asked over TLS (" + excerpt().of(detail) + ")";
          case PASSED_ON -> " was not asked: the proxy answered " + detail;
          case LOGGED_IN -> " was not asked: the proxy answered " + detail + " to the log-in";
          case UNDERSTOOD -> " gave no usable answer (" + excerpt().of(detail) + ")";
        };
    Seen seen = Seen.nothing(settings, failure);
    return new TokenUnavailableException(
        aboutServer(what) + "; " + Symptom.of(seen).remedy().toldOf(seen), null);
  }

  private String remedy(Outcome outcome, HttpAnswer answer, @Nullable String code) {
    Seen seen = Seen.answer(settings, outcome, answer, code, location(answer));
    return ". " + Remedy.capitalized(Symptom.of(seen).remedy().toldOf(seen));
  }

  private String location(HttpAnswer answer) {
    // Cut only now: beyond the limit may stand the end of a secret, or the @ behind one.
    String to = ClientSettings.publicPart(excerpt().withoutSecrets(answer.header("Location")));
    return excerpt().ofMember(to.substring(0, Math.min(to.length(), LONGEST_LOCATION)));
  }

  /** The server's own words, where they stand in this answer; else how it begins. */
  private String words(HttpAnswer answer, AnswerJson body, boolean hasCode) {
    String description = hasCode ? description(body) : null;
    if (description != null) {
      return " (\"" + description + "\")";
    }
    String code = member(body, "error");
    List<String> others =
        ErrorWords.in(answer.body(), json).stream()
            .map(excerpt()::ofDescription)
            .filter(word -> !word.equals(code))
            .toList();
    if (others.isEmpty()) {
      return hasCode ? "" : excerpt().ofBody(answer.body());
    }
    return (hasCode ? " (" : "; it says ")
        + others.stream().collect(joining("\", \"", "\"", "\""))
        + (hasCode ? ")" : "");
  }

  /** An OAuth code in an answer of another shape is as good a reason for a remedy. */
  private @Nullable String codeAmong(HttpAnswer answer) {
    return ErrorWords.in(answer.body(), json).stream()
        .filter(Symptom::isCode)
        .findFirst()
        .orElse(null);
  }

  private String answered(HttpAnswer answer) {
    return aboutServer(" answered " + answer.status());
  }

  private String aboutServer(String what) {
    return "OAuth2 client '" + settings.client() + "': " + server() + what;
  }

  private @Nullable String member(AnswerJson body, String name) {
    String text = body.string(name);
    return text == null || text.isBlank() ? null : excerpt().ofMember(text);
  }

  private @Nullable String description(AnswerJson body) {
    String text = body.string("error_description");
    return text == null || text.isBlank() ? null : excerpt().ofDescription(text);
  }

  private String property(String name) {
    return settings.property(name);
  }
}
