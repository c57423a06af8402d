package io.mpoauth2.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The client credentials grant (RFC 6749, section 4.4), and nothing that it does not need. */
final class TokenEndpoint implements Endpoint {
  static final String PATH = "/oauth/connect/token";

  private final RegisteredClient client;
  private final AccessTokens tokens;
  private final AtomicReference<@Nullable TokenFault> fault = new AtomicReference<>();
  private volatile String secret;
  private volatile Duration lifetime = Duration.ofHours(1);
  private volatile Duration delay = Duration.ZERO;

  TokenEndpoint(RegisteredClient client, AccessTokens tokens) {
    this.client = client;
    this.tokens = tokens;
    this.secret = client.secret();
  }

  void secret(String newSecret) {
    secret = newSecret;
  }

  void lifetime(Duration newLifetime) {
    lifetime = newLifetime;
  }

  void delay(Duration newDelay) {
    delay = newDelay;
  }

  void fault(@Nullable TokenFault newFault) {
    fault.set(newFault);
  }

  @Override
  public Answer answer(Call call) {
    @Nullable TokenFault now =
        fault.getAndUpdate(current -> current == null ? null : current.afterOneRequest());
    Answer answer =
        now == null || now.delivery() == Delivery.DRIP ? honestAnswer(call) : faultyAnswer(now);
    return answer
        .header("Cache-Control", "no-store")
        .delivered(now == null ? Delivery.WHOLE : now.delivery())
        .after(delay);
  }

  private static Answer faultyAnswer(TokenFault fault) {
    byte[] text = "This is a fault that was asked for.".getBytes(StandardCharsets.UTF_8);
    Answer answer = Answer.of(fault.status(), "text/plain", text);
    String retryAfter = fault.retryAfter();
    return retryAfter == null ? answer : answer.header("Retry-After", retryAfter);
  }

  private Answer honestAnswer(Call call) {
    try {
      Form form = form(call);
      authenticate(call, form);
      if (!form.get("grant_type").equals(Optional.of("client_credentials"))) {
        throw TokenError.unsupportedGrantType();
      }
      return issue(grantedScopes(form));
    } catch (TokenError refusal) {
      return refusal.answer();
    }
  }

  private static Form form(Call call) {
    // A query is refused because credentials must never stand in the URI (RFC 6749, section 2.3.1).
    if (!call.method().equals("POST")
        || !call.mediaType().equals("application/x-www-form-urlencoded")
        || call.query() != null) {
      throw TokenError.invalidRequest();
    }
    try {
      return Form.parse(call.text());
    } catch (IllegalArgumentException malformed) {
      throw TokenError.invalidRequest();
    }
  }

  private void authenticate(Call call, Form form) {
    List<String> authorizations = call.authorizations();
    boolean inBody =
        form.has("client_id") || form.has("client_secret") || form.has("client_assertion");
    // One authentication per request (RFC 6749, section 2.3).
    if (authorizations.size() > 1 || (inBody && !authorizations.isEmpty())) {
      throw TokenError.invalidRequest();
    }
    BasicCredentials expected = new BasicCredentials(client.id(), secret);
    if (authorizations.stream()
        .flatMap(header -> BasicCredentials.parse(header).stream())
        .noneMatch(expected::equals)) {
      throw TokenError.invalidClient();
    }
  }

  private Set<String> grantedScopes(Form form) {
    Optional<String> asked = form.get("scope");
    if (asked.isEmpty()) {
      return client.grantedScopes();
    }
    // The limit keeps empty parts: one space between two scopes, none elsewhere (section 3.3).
    Set<String> scopes = new LinkedHashSet<>(Arrays.asList(asked.get().split(" ", -1)));
    if (!client.grantedScopes().containsAll(scopes)) {
      throw TokenError.invalidScope();
    }
    return scopes;
  }

  private Answer issue(Set<String> scopes) {
    Duration expiresIn = lifetime;
    return Answer.json(
        200,
        Json.object()
            .put("access_token", tokens.issue(scopes, expiresIn))
            .put("expires_in", expiresIn.toSeconds())
            .put("token_type", "Bearer")
            .put("scope", String.join(" ", scopes)));
  }
}
