package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.authentication.Proof;
import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.LogMessage;
import jakarta.json.stream.JsonParserFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Understands the answer to one token request (RFC 6749, sections 5.1 and 5.2). */
final class TokenAnswerReader {
  private final ClientSettings settings;
  private final TokenFailures failures;
  private final GrantedScope grantedScope;
  private final ClientLog log;
  private final Instant sentAt;

  TokenAnswerReader(
      ClientSettings settings, Proof proof, JsonParserFactory json, ClientLog log, Instant sentAt) {
    this.settings = settings;
    this.failures = new TokenFailures(settings, proof, json);
    this.grantedScope = new GrantedScope(settings.scope(), failures);
    this.log = log;
    this.sentAt = sentAt;
  }

  IssuedToken read(HttpAnswer answer, AnswerJson body) {
    int status = answer.status();
    String error = body.string("error");
    // Some servers send an empty one beside a token.
    boolean hasError = error != null && !error.isBlank();
    if (isTransient(status, error)) {
      throw failures.unavailable(answer, body, retryAfter(answer));
    }
    if (hasError || status == 400 || status == 401 || status == 403) {
      throw failures.refused(answer, body, retryAfter(answer));
    }
    if (status / 100 != 2) {
      throw failures.unavailable(answer, body, retryAfter(answer));
    }
    String nonsense = body.nonsense();
    if (nonsense != null) {
      throw failures.nonsense(answer, nonsense);
    }
    return issued(answer, body);
  }

  private @Nullable Duration retryAfter(HttpAnswer answer) {
    return RetryAfter.pause(answer.header("Retry-After"), sentAt);
  }

  /** 408, 429 and 5xx say so whatever the body; 404 and 3xx mean that nobody there was asked. */
  private static boolean isTransient(int status, @Nullable String error) {
    return status == 408
        || status == 429
        || status >= 500
        || status == 404
        || status / 100 == 3
        || "server_error".equals(error)
        || "temporarily_unavailable".equals(error);
  }

  private IssuedToken issued(HttpAnswer answer, AnswerJson body) {
    String value = body.string("access_token");
    if (value == null) {
      throw failures.nonsense(answer, "JSON without an access_token");
    }
    if (!AccessToken.isSendable(value)) {
      throw failures.nonsense(
          answer, "an access_token that is empty or has characters no header may have");
    }
    requireBearer(answer, body);
    Duration lifetime = lifetime(body);
    Set<String> granted = granted(body, value);
    AccessToken token =
        new AccessToken(value, "Bearer", sentAt.plus(lifetime), granted)
            .withRequestedScope(settings.scope());
    return IssuedToken.of(token, lifetime)
        .withExpiryMargin(settings.lifetimes().expiryMargin())
        .withRefreshMargin(settings.lifetimes().refreshMargin())
        .withStatus(answer.status());
  }

  /**
   * A token of a type we do not know must not be used (RFC 6749, section 7.1). Some servers have a
   * name of their own for Bearer.
   */
  private void requireBearer(HttpAnswer answer, AnswerJson body) {
    if (!body.has("token_type")) {
      warn(
          LogMessage.NO_TOKEN_TYPE,
          () -> " sends no token_type, which RFC 6749 requires; the token is used as Bearer");
      return;
    }
    String type = body.string("token_type");
    if (type == null || !settings.tokenTypes().contains(type.strip().toLowerCase(Locale.ROOT))) {
      throw failures.ofAnotherType(answer, type);
    }
  }

  private Duration lifetime(AnswerJson body) {
    Duration told = Lifetime.toldBy(body);
    if (told == null) {
      warn(
          LogMessage.NO_LIFETIME,
          () ->
              " does not tell how long a token lives; taken as "
                  + settings.lifetimes().fallback()
                  + " ("
                  + settings.property("default-lifetime")
                  + ")");
      return settings.lifetimes().fallback();
    }
    if (told.equals(Lifetime.SHORTEST)) {
      warn(
          LogMessage.SHORT_LIFETIME,
          () -> " gives tokens that live a second or less; expect a token request per second");
    }
    return settings.lifetimes().atMostLongest(told);
  }

  /** What was granted; the answer may leave it out where it is what was asked for. */
  private Set<String> granted(AnswerJson body, String accessToken) {
    Set<String> granted = grantedScope.of(body, accessToken);
    if (granted == null) {
      return settings.scope();
    }
    Set<String> missing = new LinkedHashSet<>(settings.scope());
    missing.removeAll(granted);
    if (!missing.isEmpty()) {
      warn(
          LogMessage.NARROWER_SCOPE,
          () ->
              " granted less than the requested scope; missing: "
                  + String.join(" ", missing)
                  + ". Grant it to the API client in the authorization server's dashboard, or"
                  + " change "
                  + settings.property("scope"));
    }
    return granted;
  }

  private void warn(LogMessage message, Supplier<String> oddity) {
    log.tellOnce(message, () -> failures.server() + oddity.get());
  }
}
