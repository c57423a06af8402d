package io.mpoauth2.benchmarks.quarkus;

import io.mpoauth2.sandbox.Sandbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** The authorization server, which is asked for one token by each. */
public class Tokens implements QuarkusTestResourceLifecycleManager {
  private final Sandbox sandbox = Sandbox.start();

  @Override
  public Map<String, String> start() {
    String endpoint = sandbox.tokenEndpoint().toString();
    return Map.of(
        "api.port",
        freePort(),
        "oauth2.client.measured.token-endpoint",
        endpoint,
        "oauth2.client.measured.client-id",
        Sandbox.DEFAULT_CLIENT_ID,
        "oauth2.client.measured.client-secret",
        Sandbox.DEFAULT_CLIENT_SECRET,
        "oauth2.client.measured.scope",
        "document_read",
        "quarkus.oidc-client.token-path",
        endpoint,
        "quarkus.oidc-client.client-id",
        Sandbox.DEFAULT_CLIENT_ID,
        "quarkus.oidc-client.credentials.secret",
        Sandbox.DEFAULT_CLIENT_SECRET,
        "quarkus.oidc-client.scopes",
        "document_read");
  }

  /** The application calls itself, so it must know where it is. */
  private static String freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    sandbox.close();
  }
}
