package io.mpoauth2.sandbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The client credentials grant (RFC 6749, section 4.4) and the one of an assertion (RFC 7523,
 * section 2.1), and nothing that they do not need.
 */
final class TokenEndpoint implements Endpoint {
  static final String PATH = "/oauth/connect/token";
  private static final String JWT_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final String JWT_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final RegisteredClient client;
  private final AccessTokens tokens;
  private final Assertions assertions;
  private final AtomicReference<@Nullable TokenFault> fault = new AtomicReference<>();
  private volatile String secret;
  private volatile boolean isAnyScopeGranted;
  private volatile Duration lifetime = Duration.ofHours(1);
  private volatile Duration delay = Duration.ZERO;

  TokenEndpoint(RegisteredClient client, AccessTokens tokens, URI issuer) {
    this.client = client;
    this.tokens = tokens;
    this.assertions =
        new Assertions(client.id(), Set.of(issuer.toString(), issuer.resolve(PATH).toString()));
    this.secret = client.secret();
    this.isAnyScopeGranted = client.isGrantedAny();
  }

  void secret(String newSecret) {
    secret = newSecret;
  }

  void grantAnyScope() {
    isAnyScopeGranted = true;
  }

  void keys(String set) {
    assertions.keys(set);
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
      String grant = form.get("grant_type").orElse("");
      boolean isAnonymous = call.authorizations().isEmpty() && !isInBody(form);
      if (!grant.equals(JWT_GRANT) || !isAnonymous) {
        authenticate(call, form);
      }
      if (grant.equals(JWT_GRANT)) {
        // The assertion says who asks, so it may stand alone (RFC 7521, section 4.1).
        form.get("assertion")
            .flatMap(assertions::signedByKey)
            .orElseThrow(TokenError::invalidGrant);
      } else if (!grant.equals("client_credentials")) {
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
    // One authentication per request (RFC 6749, section 2.3).
    if (authorizations.size() > 1 || (isInBody(form) && !authorizations.isEmpty())) {
      throw TokenError.invalidRequest();
    }
    if (form.has("client_assertion")) {
      authenticateByAssertion(form);
      return;
    }
    Optional<X509Certificate> certificate = call.certificate();
    if (certificate.isPresent() && authorizations.isEmpty() && !form.has("client_secret")) {
      authenticateByCertificate(certificate.get(), form);
      return;
    }
    BasicCredentials expected = new BasicCredentials(client.id(), secret);
    if (authorizations.stream()
        .flatMap(header -> BasicCredentials.parse(header).stream())
        .noneMatch(expected::equals)) {
      throw TokenError.invalidClient();
    }
  }

  private static boolean isInBody(Form form) {
    return form.has("client_id") || form.has("client_secret") || form.has("client_assertion");
  }

  /** RFC 7523, section 2.2: of the client, by the client. */
  private void authenticateByAssertion(Form form) {
    String assertion = form.get("client_assertion").orElse("");
    if (form.has("client_secret")) {
      throw TokenError.invalidRequest();
    }
    Optional<String> subject =
        Assertions.saysSecret(assertion)
            ? assertions.signedBySecret(assertion, secret)
            : assertions.signedByKey(assertion);
    if (!form.get("client_assertion_type").equals(Optional.of(JWT_TYPE))
        || !subject.equals(Optional.of(client.id()))
        || !form.get("client_id").orElse(client.id()).equals(client.id())) {
      throw TokenError.invalidClient();
    }
  }

  /** RFC 8705, section 2.1; the handshake has shown who issued it. */
  private void authenticateByCertificate(X509Certificate certificate, Form form) {
    if (!form.get("client_id").equals(Optional.of(client.id()))
        || !certificate.getSubjectX500Principal().getName().equals(SandboxKeys.SUBJECT)) {
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
    boolean isGranted =
        isAnyScopeGranted
            ? RegisteredClient.areScopes(scopes)
            : client.grantedScopes().containsAll(scopes);
    if (!isGranted) {
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
