package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.endpoint.transport.NoAnswerException;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Puts into words why there is no token, and what to change. */
final class TokenFailures {
  private final ClientSettings settings;
  private final Excerpt excerpt;
  private final Remedies remedies;

  TokenFailures(ClientSettings settings) {
    this.settings = settings;
    this.excerpt = new Excerpt(settings.authentication().secrets());
    this.remedies = new Remedies(settings, excerpt);
  }

  /** The endpoint as it stands in messages: host and port, no path and no query. */
  String server() {
    return "the token endpoint at " + settings.tokenHost();
  }

  String withoutSecrets(String text) {
    return excerpt.withoutSecrets(text);
  }

  String quote(String text) {
    return excerpt.of(text);
  }

  TokenException refused(HttpAnswer answer, AnswerJson body, @Nullable Duration retryAfter) {
    int status = answer.status();
    String code = quoted(body, "error");
    String words = code == null ? null : quoted(body, "error_description");
    String page = code == null ? null : quoted(body, "error_uri");
    String message =
        aboutServer(" refused the request: " + status)
            + (code == null
                ? " without an OAuth error code" + excerpt.ofBody(answer.body())
                : said(code, words))
            + (page == null ? "" : ", see " + page)
            + ". "
            + remedies.ofRefusal(status, code);
    return new TokenRefusedException(message, status, code, words, page, retryAfter);
  }

  TokenException unavailable(HttpAnswer answer, AnswerJson body, @Nullable Duration retryAfter) {
    String code = quoted(body, "error");
    String message =
        answered(answer)
            + (code == null
                ? excerpt.ofBody(answer.body())
                : said(code, quoted(body, "error_description")))
            + ". "
            + remedies.ofOutage(answer, code != null);
    return new TokenUnavailableException(message, retryAfter);
  }

  TokenException nonsense(HttpAnswer answer, String what) {
    String message =
        answered(answer)
            + " with "
            + what
            + excerpt.ofBody(answer.body())
            + ". Check that "
            + property("token-endpoint")
            + " is a token endpoint";
    return new TokenUnavailableException(message, null);
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
          case TRUSTED -> " could not be asked over TLS (" + quote(detail) + ")";
          case PASSED_ON -> " was not asked: the proxy answered " + detail;
          case UNDERSTOOD -> " gave no usable answer (" + quote(detail) + ")";
        };
    return new TokenUnavailableException(
        aboutServer(what) + "; " + remedies.ofNoAnswer(failure), null);
  }

  private String answered(HttpAnswer answer) {
    return aboutServer(" answered " + answer.status());
  }

  private String aboutServer(String what) {
    return "OAuth2 client '" + settings.client() + "': " + server() + what;
  }

  private static String said(String code, @Nullable String words) {
    return " " + code + (words == null ? "" : " (\"" + words + "\")");
  }

  private @Nullable String quoted(AnswerJson body, String name) {
    String text = body.string(name);
    return text == null || text.isBlank() ? null : quote(text);
  }

  private String property(String name) {
    return settings.property(name);
  }
}
