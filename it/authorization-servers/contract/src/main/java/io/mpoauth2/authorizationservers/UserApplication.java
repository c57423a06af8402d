package io.mpoauth2.authorizationservers;

import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The library as a user has it in Java SE: a configuration and a plain Jakarta REST client. */
final class UserApplication implements AutoCloseable {
  private static final String PREFIX = "oauth2.client.documents.";

  private final TokenProviders providers;
  private final TokenProvider tokens;
  private final Client client;
  private final URI api;

  private UserApplication(Map<String, String> settings, URI api) {
    this.providers =
        TokenProviders.from(
            new SmallRyeConfigBuilder().withSources(new LiveSettings(settings)).build());
    this.tokens = providers.get("documents");
    this.client =
        ClientBuilder.newBuilder()
            .connectTimeout(5, TimeUnit.SECONDS)
            .readTimeout(30, TimeUnit.SECONDS)
            .build()
            .register(new BearerTokenFilter(tokens));
    this.api = api;
  }

  /** Sets one up; asks for nothing yet. */
  static Settings of(KnownClient client, URI tokenEndpoint) {
    Settings settings = new Settings(new ConcurrentHashMap<>());
    if (!client.secret().isEmpty()) {
      settings.with("client-secret", client.secret());
    }
    return settings
        .with("token-endpoint", tokenEndpoint.toString())
        .with("client-id", client.id())
        .with("client-authentication", client.authentication())
        .with("scope", String.join(" ", client.scope()));
  }

  /** Gives the name of a property in its configuration. */
  static String property(String name) {
    return PREFIX + name;
  }

  /** Reads documents, and gives the status. */
  int read() {
    try (Response answer = documents().get()) {
      return answer.getStatus();
    }
  }

  /** Writes a document, and gives the status. */
  int write() {
    try (Response answer = documents().post(Entity.text("contract"))) {
      return answer.getStatus();
    }
  }

  /** Gives the token that its calls have now. */
  AccessToken token() {
    return tokens.token();
  }

  /** Gives another one than this. */
  AccessToken replaced(AccessToken token) {
    return tokens.replace(token);
  }

  @Override
  public void close() {
    client.close();
    providers.close();
  }

  private Invocation.Builder documents() {
    return client.target(api).request();
  }

  /** The settings it is made with. */
  record Settings(Map<String, String> values) {
    Settings with(String name, String value) {
      values.put(property(name), value);
      return this;
    }

    Settings without(String name) {
      values.remove(property(name));
      return this;
    }

    UserApplication calling(ResourceServer api) {
      return new UserApplication(values, api.documents());
    }
  }
}
