package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.errors.Provoked;
import io.mpoauth2.client.testing.MapConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;

/** Settings that cannot be used, one problem each, and providers that cannot be made. */
public final class ProvokedSettings {
  private final List<Provoked> problems = new ArrayList<>();

  private ProvokedSettings() {}

  public static List<Provoked> problems() {
    ProvokedSettings all = new ProvokedSettings();
    all.problem("nothing is set, or not where this application looks", MapConfig.empty("carrier"));
    all.without("no address", "token-endpoint");
    all.without("no id", "client-id");
    all.without("no secret", "client-secret");
    all.problem(
        "a name that means nothing, where another is missing",
        complete().without("client-secret").with("client-secert", "secret"));
    all.with("a property without a value", "client-id", "${CLIENT_ID}");
    all.with("the secret and its file are both set", "client-secret-file", "/run/secrets/carrier");
    all.problem(
        "a secret's file that is not there",
        complete().without("client-secret").with("client-secret-file", "/run/secrets/no-such"));
    all.with("an address with http", "token-endpoint", "http://login.example/token");
    all.with("an address with a log-in in it", "token-endpoint", "https://me@login.example/token");
    all.with("an address that is none", "token-endpoint", "login.example/token");
    all.with("an address that is no URI", "token-endpoint", "https://login.example/<tenant>");
    all.with("an address with a fragment", "token-endpoint", "https://login.example/token#here");
    all.with("no such way to prove who one is", "client-authentication", "basic");
    all.with("no such encoding", "basic-encoding", "base64");
    all.with("a grant with blanks", "grant-type", "client credentials");
    all.with("a character that no scope may have", "scope", "document_read \"all\"");
    all.with("a parameter with a setting of its own", "parameters.scope", "document_read");
    all.with("a header that is not the user's", "headers.Authorization", "Basic me");
    all.with("a header's name that is none", "headers.X Tenant", "me");
    all.with("a header's value with a line break", "headers.X-Tenant", "me\nyou");
    all.with("no duration", "request-timeout", "5 seconds");
    all.with("a duration out of bounds", "request-timeout", "0");
    all.with("no truth value", "allow-http", "maybe");
    all.with("a list that names nothing", "allowed-origins", ",");
    all.with("an origin with a path or a wildcard", "allowed-origins", "https://*.example");
    all.with("no size", "replay-buffer", "1MB");
    all.with("a size out of bounds", "replay-buffer", "2000M");
    all.name("a client's name with other characters", "carrier.eu");
    return all.problems;
  }

  /** Token providers that are full, closed, or have nothing to read answers with. */
  public static List<Provoked> providers() throws ReflectiveOperationException {
    Config config = complete().config();
    TokenProviders closed = TokenProviders.from(config);
    closed.close();
    List<Provoked> states = new ArrayList<>();
    states.add(by("they are closed, or their application has ended", () -> closed.get("carrier")));
    try (TokenProviders full = TokenProviders.from(config)) {
      for (int i = 0; i < 1000; i++) {
        full.get("carrier", List.of("scope" + i));
      }
      states.add(by("a scope is made of what a call is about", () -> full.get("another")));
    }
    Throwable missing =
        catchThrowable(
            () ->
                new ClassPathWithout("org.eclipse.parsson.")
                    .loadClass("io.mpoauth2.client.config.TokenProviders")
                    .getMethod("from", Config.class)
                    .invoke(null, config));
    states.add(
        Provoked.by(
            "there is no JSON provider on the class path",
            Objects.requireNonNull(missing.getCause())));
    return states;
  }

  private static Provoked by(String meaning, Runnable call) {
    return Provoked.by(meaning, catchThrowable(call::run));
  }

  private static MapConfig complete() {
    return MapConfig.complete("carrier");
  }

  private void with(String meaning, String property, String value) {
    problem(meaning, complete().with(property, value));
  }

  private void without(String meaning, String property) {
    problem(meaning, complete().without(property));
  }

  private void problem(String meaning, MapConfig config) {
    problem(meaning, config, "carrier");
  }

  private void name(String meaning, String client) {
    problem(meaning, complete(), client);
  }

  private void problem(String meaning, MapConfig config, String client) {
    try (TokenProviders providers = TokenProviders.from(config.config())) {
      problems.add(
          Provoked.by(
              meaning,
              catchThrowableOfType(
                  InvalidSettingsException.class, () -> providers.callSettings(client))));
    }
  }
}
