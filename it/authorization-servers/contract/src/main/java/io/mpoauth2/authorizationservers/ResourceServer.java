package io.mpoauth2.authorizationservers;

import java.net.URI;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The API as it runs, on a port of its own. */
final class ResourceServer implements AutoCloseable {
  private final ConfigurableApplicationContext application;
  private final CallLog log;
  private final URI documents;

  private ResourceServer(ConfigurableApplicationContext application) {
    this.application = application;
    this.log = application.getBean(CallLog.class);
    this.documents =
        URI.create(
            "http://127.0.0.1:"
                + application.getEnvironment().getRequiredProperty("local.server.port")
                + "/documents");
  }

  /** Starts it for the tokens of an authorization server. */
  static ResourceServer askingAt(URI introspectionEndpoint) {
    String opaque = "--spring.security.oauth2.resourceserver.opaquetoken.";
    return new ResourceServer(
        new SpringApplicationBuilder(DocumentsApi.class)
            .run(
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--server.address=127.0.0.1",
                "--server.port=0",
                opaque + "introspection-uri=" + introspectionEndpoint,
                opaque + "client-id=" + KnownClient.DOCUMENTS_API.id(),
                opaque + "client-secret=" + KnownClient.DOCUMENTS_API.secret()));
  }

  /** Gives what wants the scope documents.read for a GET, documents.write for a POST. */
  URI documents() {
    return documents;
  }

  /** Gives the calls since they were forgotten. */
  List<CallLog.Call> calls() {
    return log.calls();
  }

  /** Forgets the calls so far. */
  void forgetCalls() {
    log.forget();
  }

  @Override
  public void close() {
    application.close();
  }
}
