package io.mpoauth2.client.errors;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.NumberedTokens;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.Origin;
import io.mpoauth2.client.token.TokenUnavailableException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;
import org.jboss.resteasy.client.jaxrs.engines.URLConnectionEngine;

/** What is said of an API that does not want our token, and of calls that are not made. */
final class ProvokedCalls {
  private static final Answer REFUSAL = Answer.unauthorized("Bearer error=\"invalid_token\"");

  private final List<Provoked> lines = new ArrayList<>();

  private ProvokedCalls() {}

  static List<Provoked> warnings() {
    ProvokedCalls all = new ProvokedCalls();
    all.answered("a new token is refused as well: 401, twice", REFUSAL, new NumberedTokens());
    all.answered(
        "a 401, and no other token can be had",
        REFUSAL,
        new NumberedTokens()
            .cannotReplace(new TokenUnavailableException("(why there is none)", null)));
    all.answered(
        "a 401 that a new token does not cure",
        Answer.unauthorized("Bearer error=\"insufficient_user_authentication\""),
        new NumberedTokens());
    all.warned(
        "a 401, and the request's body was not kept",
        REFUSAL,
        client(new BearerTokenFilter(new NumberedTokens())),
        new byte[(1 << 20) + 1]);
    all.warned(
        "a 401, and this client offers no way to send the same request again",
        REFUSAL,
        ((ResteasyClientBuilder) ClientBuilder.newBuilder())
            .httpEngine(new URLConnectionEngine() {})
            .build()
            .register(new BearerTokenFilter(new NumberedTokens())),
        new byte[1]);
    all.answered(
        "a scope is missing: 403",
        forbidden("Bearer error=\"insufficient_scope\", scope=\"document_write\""),
        new NumberedTokens());
    all.answered("a 403 without a reason", Answer.of(403, "rate limit"), new NumberedTokens());
    all.answered(
        "a 403 for a reason that is no scope",
        forbidden("Bearer error=\"client_suspended\""),
        new NumberedTokens());
    return all.lines;
  }

  /** Each under the runtime's own exception; none is sent. */
  static List<Provoked> notSent() {
    URI api = URI.create("http://api.example/");
    Origin other = Objects.requireNonNull(Origin.of(URI.create("https://other.example")));
    return List.of(
        notSent(
            "the call goes to an origin that is not allowed",
            new BearerTokenFilter(
                new NumberedTokens(), CallSettings.DEFAULTS.withAllowedOrigins(Set.of(other))),
            api),
        notSent(
            "the call goes to an API over http", new BearerTokenFilter(new NumberedTokens()), api));
  }

  static Provoked unknownClient() {
    return notSent(
        "the filter is registered, and nothing says whose tokens it is to take",
        new BearerTokenFilter(),
        URI.create("https://api.example/"));
  }

  private static Provoked notSent(String meaning, BearerTokenFilter filter, URI api) {
    try (Client client = client(filter)) {
      Throwable failure = catchThrowable(() -> client.target(api).request().get());
      return Provoked.by(meaning, Objects.requireNonNull(failure.getCause()));
    }
  }

  private static Answer forbidden(String challenge) {
    return new Answer(403, Map.of("WWW-Authenticate", List.of(challenge)), "");
  }

  private static Client client(BearerTokenFilter filter) {
    return ClientBuilder.newClient().register(filter);
  }

  private void answered(String meaning, Answer answer, NumberedTokens tokens) {
    warned(meaning, answer, client(new BearerTokenFilter(tokens)), new byte[1]);
  }

  private void warned(String meaning, Answer answer, Client client, byte[] body) {
    try (FakeApi api = new FakeApi().alwaysAnswers(answer);
        CapturedLog log = CapturedLog.start();
        client) {
      client.target(api.uri()).request().post(Entity.entity(body, "application/x-any")).close();
      lines.add(Provoked.warning(meaning, log.warnings().get(0)));
    }
  }
}
