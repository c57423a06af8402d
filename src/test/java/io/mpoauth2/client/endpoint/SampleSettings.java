package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.endpoint.transport.ProxyChoice;
import io.mpoauth2.client.endpoint.transport.Route;
import io.mpoauth2.client.endpoint.transport.Tls;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Settings of a client named {@code signicat}, each test changing what it is about. */
record SampleSettings(ClientSettings build) {

  static final String SECRET = "clientSecret";

  static SampleSettings at(URI tokenEndpoint) {
    return new SampleSettings(
        new ClientSettings(
            "signicat",
            tokenEndpoint,
            null,
            basic("clientId", SECRET),
            new NamedGrant("client_credentials"),
            Set.of(),
            Map.of(),
            Map.of(),
            Set.of("bearer"),
            Route.ofTheJvm(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            new LifetimeSettings(
                Duration.ofMinutes(5),
                LifetimeSettings.TEN_YEARS,
                Duration.ofSeconds(30),
                Duration.ofMinutes(5)),
            List.of()));
  }

  static SampleSettings anywhere() {
    return at(URI.create("https://login.example/token"));
  }

  static ClientAuthentication basic(String id, String secret) {
    return new ClientSecretBasic(id, new Secret(secret), true);
  }

  /** Settings whose issuer tells where to ask. */
  static SampleSettings of(Issuer issuer) {
    return at(URI.create(issuer.identifier())).with(draft -> draft.issuer = issuer);
  }

  SampleSettings tokenEndpoint(URI other) {
    return with(draft -> draft.tokenEndpoint = other);
  }

  SampleSettings scope(String... tokens) {
    return with(draft -> draft.scope = new LinkedHashSet<>(Arrays.asList(tokens)));
  }

  SampleSettings authentication(ClientAuthentication other) {
    return with(draft -> draft.authentication = other);
  }

  SampleSettings parameters(Map<String, List<String>> other) {
    return with(draft -> draft.parameters = new TreeMap<>(other));
  }

  SampleSettings headers(Map<String, String> other) {
    return with(draft -> draft.headers = other);
  }

  SampleSettings grant(Grant other) {
    return with(draft -> draft.grant = other);
  }

  SampleSettings tokenTypes(String... names) {
    return with(draft -> draft.tokenTypes = Set.of(names));
  }

  SampleSettings route(Tls tls, ProxyChoice proxy) {
    return with(draft -> draft.route = new Route(tls, proxy));
  }

  SampleSettings maxLifetime(Duration longest) {
    return with(draft -> draft.longest = longest);
  }

  SampleSettings timeouts(Duration connect, Duration request) {
    return with(
        draft -> {
          draft.connectTimeout = connect;
          draft.requestTimeout = request;
        });
  }

  SampleSettings notices(List<Notice> other) {
    return with(draft -> draft.notices = other);
  }

  private SampleSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(build);
    change.accept(draft);
    return new SampleSettings(draft.settings());
  }

  /** Settings that are being changed. */
  private static final class Draft {
    private final ClientSettings from;
    private URI tokenEndpoint;
    private @Nullable Issuer issuer;
    private ClientAuthentication authentication;
    private Grant grant;
    private Set<String> scope;
    private Map<String, List<String>> parameters;
    private Map<String, String> headers;
    private Set<String> tokenTypes;
    private Route route;
    private Duration connectTimeout;
    private Duration requestTimeout;
    private Duration longest;
    private List<Notice> notices;

    Draft(ClientSettings from) {
      this.from = from;
      this.tokenEndpoint = from.tokenEndpoint();
      this.issuer = from.issuer();
      this.authentication = from.authentication();
      this.grant = from.grant();
      this.scope = from.scope();
      this.parameters = from.parameters();
      this.headers = from.headers();
      this.tokenTypes = from.tokenTypes();
      this.route = from.route();
      this.connectTimeout = from.connectTimeout();
      this.requestTimeout = from.requestTimeout();
      this.longest = from.lifetimes().longest();
      this.notices = from.notices();
    }

    ClientSettings settings() {
      LifetimeSettings lifetimes = from.lifetimes();
      return new ClientSettings(
          from.client(),
          tokenEndpoint,
          issuer,
          authentication,
          grant,
          scope,
          parameters,
          headers,
          tokenTypes,
          route,
          connectTimeout,
          requestTimeout,
          new LifetimeSettings(
              lifetimes.fallback(), longest, lifetimes.expiryMargin(), lifetimes.refreshMargin()),
          notices);
    }
  }
}
