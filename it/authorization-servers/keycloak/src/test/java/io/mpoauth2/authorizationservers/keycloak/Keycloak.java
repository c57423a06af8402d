package io.mpoauth2.authorizationservers.keycloak;

import io.mpoauth2.authorizationservers.Answers;
import io.mpoauth2.authorizationservers.Answers.Refusal;
import io.mpoauth2.authorizationservers.AuthorizationServer;
import io.mpoauth2.authorizationservers.Certificates;
import io.mpoauth2.authorizationservers.Feature;
import io.mpoauth2.authorizationservers.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Keycloak from its distribution, with a realm of ours and a database in memory. */
final class Keycloak implements AuthorizationServer {
  /** The first start builds the server. */
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private final ServerProcess process;
  private final URI endpoints;
  private final int tlsPort;

  private Keycloak(ServerProcess process, URI endpoints, int tlsPort) {
    this.process = process;
    this.endpoints = endpoints;
    this.tlsPort = tlsPort;
  }

  static Keycloak start() {
    Path home = Path.of(System.getProperty("keycloak.home"));
    Path realmFile = home.resolve("data/import/documents-realm.json");
    try {
      Files.createDirectories(realmFile.getParent());
      Files.writeString(realmFile, DocumentsRealm.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int port = ServerProcess.freePort();
    int tlsPort = ServerProcess.freePort();
    URI realm = URI.create("http://127.0.0.1:" + port + "/realms/" + DocumentsRealm.NAME + "/");
    ServerProcess process =
        ServerProcess.start(command(home, port, tlsPort), home.resolveSibling("keycloak.log"))
            .awaitPage(realm.resolve(".well-known/openid-configuration"), LONGEST_START);
    return new Keycloak(process, realm.resolve("protocol/openid-connect/"), tlsPort);
  }

  private static ProcessBuilder command(Path home, int port, int tlsPort) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    ProcessBuilder command =
        new ProcessBuilder(
            home.resolve(windows ? "bin/kc.bat" : "bin/kc.sh").toString(),
            "start-dev",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            // Else the issuer is the address that it is asked at, and two of them do not agree.
            "--hostname=http://127.0.0.1:" + port,
            "--http-management-port=" + ServerProcess.freePort(),
            "--https-port=" + tlsPort,
            "--https-key-store-file=" + Certificates.server(),
            "--https-key-store-password=" + Certificates.PASSWORD,
            "--https-trust-store-file=" + Certificates.server(),
            "--https-trust-store-password=" + Certificates.PASSWORD,
            "--https-client-auth=request",
            "--cache=local",
            // Nothing of a run is kept: a realm that is there already is not imported.
            "--db=dev-mem",
            "--import-realm");
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return command;
  }

  @Override
  public String name() {
    return "Keycloak " + System.getProperty("keycloak.version");
  }

  @Override
  public String issuer() {
    return endpoints.resolve("../..").toString().replaceFirst("/$", "");
  }

  @Override
  public URI tokenEndpoint() {
    return endpoints.resolve("token");
  }

  @Override
  public Map.Entry<String, String> tlsEndpoint() {
    return Map.entry(
        "token-endpoint", "https://localhost:" + tlsPort + endpoints.resolve("token").getRawPath());
  }

  @Override
  public Map<Feature, String> lacks() {
    return Map.of(
        Feature.SELF_SIGNED_TLS_CLIENT_AUTH,
        "Keycloak finds a client by the name in a certificate, which an authority must have"
            + " issued");
  }

  @Override
  public URI introspectionEndpoint() {
    return endpoints.resolve("token/introspect");
  }

  @Override
  public URI revocationEndpoint() {
    return endpoints.resolve("revoke");
  }

  @Override
  public Answers answers() {
    return new Answers(
        new Refusal(401, "unauthorized_client"),
        new Refusal(401, "invalid_client"),
        new Refusal(401, "unauthorized_client"),
        new Refusal(400, "unauthorized_client"),
        Optional.of(new Refusal(400, "invalid_scope")),
        Optional.empty(),
        Optional.of(new Refusal(400, "invalid_client")));
  }

  @Override
  public void close() {
    process.close();
  }
}
