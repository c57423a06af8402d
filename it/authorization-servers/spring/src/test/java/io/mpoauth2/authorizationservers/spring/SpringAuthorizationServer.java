package io.mpoauth2.authorizationservers.spring;

import io.mpoauth2.authorizationservers.Answers;
import io.mpoauth2.authorizationservers.Answers.Refusal;
import io.mpoauth2.authorizationservers.AuthorizationServer;
import io.mpoauth2.authorizationservers.Feature;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Spring Authorization Server as Spring Boot sets it up, in this JVM. */
final class SpringAuthorizationServer implements AuthorizationServer {
  private final ConfigurableApplicationContext application;
  private final URI endpoints;

  private SpringAuthorizationServer(ConfigurableApplicationContext application) {
    this.application = application;
    this.endpoints =
        URI.create(
            "http://127.0.0.1:"
                + application.getEnvironment().getRequiredProperty("local.server.port")
                + "/oauth2/");
  }

  static SpringAuthorizationServer start() {
    return new SpringAuthorizationServer(
        new SpringApplicationBuilder(RegisteredClients.class)
            .run(
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--server.address=127.0.0.1",
                "--server.port=0"));
  }

  @Override
  public String name() {
    String version = RegisteredClient.class.getPackage().getImplementationVersion();
    return "Spring Authorization Server " + version;
  }

  @Override
  public String issuer() {
    return endpoints.resolve("..").toString().replaceFirst("/$", "");
  }

  @Override
  public URI tokenEndpoint() {
    return endpoints.resolve("token");
  }

  @Override
  public Map.Entry<String, String> tlsEndpoint() {
    return Map.entry(
        "token-endpoint",
        "https://localhost:" + application.getBean(TlsPort.class).number() + "/oauth2/token");
  }

  @Override
  public Map<Feature, String> lacks() {
    return Map.of(
        Feature.FEDERATED_ASSERTION,
        "Spring Authorization Server takes the assertions that its clients have signed themselves");
  }

  @Override
  public URI introspectionEndpoint() {
    return endpoints.resolve("introspect");
  }

  @Override
  public URI revocationEndpoint() {
    return endpoints.resolve("revoke");
  }

  @Override
  public Answers answers() {
    return new Answers(
        new Refusal(401, "invalid_client"),
        new Refusal(401, "invalid_client"),
        new Refusal(400, "unauthorized_client"),
        new Refusal(400, "invalid_request"),
        Optional.of(new Refusal(400, "invalid_scope")),
        Optional.of(new Refusal(400, "invalid_scope")),
        Optional.empty());
  }

  @Override
  public void close() {
    application.close();
  }
}
