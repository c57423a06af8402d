package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.AnswerJson.NonsenseException;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.ClientLog;
import io.mpoauth2.client.token.IssuedToken;
import jakarta.json.stream.JsonParserFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands the answer to one token request (RFC 6749, sections 5.1 and 5.2). */
final class TokenAnswerReader {
  private final ClientSettings settings;
  private final TokenFailures failures;
  private final JsonParserFactory json;
  private final ClientLog log;
  private final Instant sentAt;

  TokenAnswerReader(
      ClientSettings settings, JsonParserFactory json, ClientLog log, Instant sentAt) {
    this.settings = settings;
    this.failures = new TokenFailures(settings);
    this.json = json;
    this.log = log;
    this.sentAt = sentAt;
  }

  IssuedToken read(TokenAnswer answer) {
    AnswerJson body = null;
    String nonsense = "";
    try {
      body = AnswerJson.parse(json, answer.body());
    } catch (NonsenseException e) {
      nonsense = String.valueOf(e.getMessage());
    }
    // Some servers send an empty one beside a token.
    Optional<String> error = textIn(body, "error").filter(code -> !code.isBlank());
    Optional<String> description = textIn(body, "error_description");
    Duration retryAfter = answer.retryAfter().map(h -> RetryAfter.parse(h, sentAt)).orElse(null);
    if (isTransient(answer.status(), error)) {
      throw failures.unavailable(answer, error, description, retryAfter);
    }
    if (error.isPresent()) {
      throw failures.refused(
          answer,
          error.get(),
          description.orElse(null),
          textIn(body, "error_uri").orElse(null),
          retryAfter);
    }
    if (answer.status() == 400 || answer.status() == 401 || answer.status() == 403) {
      throw failures.refused(answer, null, null, null, retryAfter);
    }
    if (answer.status() / 100 != 2) {
      throw failures.unavailable(answer, error, description, retryAfter);
    }
    if (body == null) {
      throw failures.nonsense(answer, nonsense);
    }
    return issued(answer, body);
  }

  private static Optional<String> textIn(@Nullable AnswerJson body, String name) {
    return body == null ? Optional.empty() : body.string(name);
  }

  /** 408, 429 and 5xx say so whatever the body; 404 and 3xx mean that nobody there was asked. */
  private static boolean isTransient(int status, Optional<String> error) {
    return status == 408
        || status == 429
        || status >= 500
        || status == 404
        || status / 100 == 3
        || error
            .filter(e -> e.equals("server_error") || e.equals("temporarily_unavailable"))
            .isPresent();
  }

  private IssuedToken issued(TokenAnswer answer, AnswerJson body) {
    String value =
        body.string("access_token")
            .orElseThrow(() -> failures.nonsense(answer, "JSON without an access_token"));
    if (!AccessToken.isSendable(value)) {
      throw failures.nonsense(
          answer, "an access_token that is empty or has characters no header may have");
    }
    requireBearer(answer, body);
    Duration lifetime = lifetime(body);
    Set<String> granted = granted(body);
    AccessToken token =
        new AccessToken(value, "Bearer", sentAt.plus(lifetime), granted, settings.scope());
    return new IssuedToken(token, lifetime, settings.expiryMargin(), settings.refreshMargin());
  }

  /** A token of a type we do not know must not be used (RFC 6749, section 7.1). */
  private void requireBearer(TokenAnswer answer, AnswerJson body) {
    if (!body.has("token_type")) {
      log.warnOnce(
          "token_type",
          () ->
              failures.server()
                  + " sends no token_type, which RFC 6749 requires; the token is used as Bearer");
      return;
    }
    Optional<String> type = body.string("token_type");
    if (type.isEmpty() || !type.get().equalsIgnoreCase("Bearer")) {
      throw failures.nonsense(
          answer,
          "a token of the type \""
              + failures.quote(type.orElse("(no string)"))
              + "\"; only Bearer is supported");
    }
  }

  private Duration lifetime(AnswerJson body) {
    Optional<Duration> told = Lifetime.in(body);
    if (told.isEmpty()) {
      log.warnOnce(
          "expires_in",
          () ->
              failures.server()
                  + " does not tell how long a token lives; taken as "
                  + settings.defaultLifetime()
                  + " ("
                  + settings.property("default-lifetime")
                  + ")");
      return settings.defaultLifetime();
    }
    if (told.get().equals(Lifetime.SHORTEST)) {
      log.warnOnce(
          "expires_in too short",
          () ->
              failures.server()
                  + " gives tokens that live a second or less; expect a token request per second");
    }
    return told.get();
  }

  /** What was granted; the answer may leave it out where it is what was asked for. */
  private Set<String> granted(AnswerJson body) {
    Optional<String> told = body.string("scope");
    if (told.isEmpty()) {
      return settings.scope();
    }
    Set<String> granted = new LinkedHashSet<>(Arrays.asList(told.get().strip().split("\\s+")));
    granted.remove("");
    Set<String> missing = new LinkedHashSet<>(settings.scope());
    missing.removeAll(granted);
    if (!missing.isEmpty()) {
      log.warnOnce(
          "narrower scope",
          () ->
              failures.server()
                  + " granted less than the requested scope; missing: "
                  + String.join(" ", missing)
                  + ". Grant it to the API client in the authorization server's dashboard, or"
                  + " change "
                  + settings.property("scope"));
    }
    return granted;
  }
}
