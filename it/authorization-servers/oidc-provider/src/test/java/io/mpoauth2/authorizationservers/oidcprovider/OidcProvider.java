package io.mpoauth2.authorizationservers.oidcprovider;

import io.mpoauth2.authorizationservers.Answers;
import io.mpoauth2.authorizationservers.Answers.Refusal;
import io.mpoauth2.authorizationservers.AuthorizationServer;
import io.mpoauth2.authorizationservers.Certificates;
import io.mpoauth2.authorizationservers.ClientKeys;
import io.mpoauth2.authorizationservers.Feature;
import io.mpoauth2.authorizationservers.KnownClient;
import io.mpoauth2.authorizationservers.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** oidc-provider on Node, with its own store in memory. */
final class OidcProvider implements AuthorizationServer {
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private final ServerProcess process;
  private final URI issuer;

  private OidcProvider(ServerProcess process, URI issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  static OidcProvider start() {
    int port = ServerProcess.freePort();
    URI issuer = URI.create("http://127.0.0.1:" + port + "/");
    Path home = home();
    ProcessBuilder command =
        new ProcessBuilder(System.getProperty("node"), "server.mjs", settings(port))
            .directory(home.toFile());
    ServerProcess process =
        ServerProcess.start(command, home.resolveSibling("oidc-provider.log"))
            .awaitPage(issuer.resolve(".well-known/openid-configuration"), LONGEST_START);
    return new OidcProvider(process, issuer);
  }

  private static String settings(int port) {
    List<Map<String, Object>> clients =
        Stream.of(KnownClient.values())
            .filter(client -> client != KnownClient.FEDERATED)
            .map(OidcProvider::client)
            .toList();
    Map<String, Object> tls =
        Map.of(
            "port", ServerProcess.freePort(),
            "key", Certificates.server().toString(),
            "password", Certificates.PASSWORD,
            "authority", Certificates.authority().toString());
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of("port", port, "scopes", KnownClient.ALL_SCOPE, "clients", clients, "tls", tls));
  }

  private static Map<String, Object> client(KnownClient client) {
    Map<String, Object> all =
        new HashMap<>(
            Map.of(
                "id", client.id(),
                "secret", client.secret(),
                "authentication", client.authentication(),
                "scope", String.join(" ", client.scope()),
                "hasGrant", client.hasGrant(),
                "lifetime", client.lifetime().toSeconds()));
    switch (client) {
      case SIGNING -> all.put("jwks", JsonMapper.shared().readTree(ClientKeys.known()));
      case SELF_SIGNED -> all.put("jwks", JsonMapper.shared().readTree(ClientKeys.ofCertificate()));
      case CERTIFIED -> all.put("subject", Certificates.SUBJECT);
      default -> {
        // A secret is all.
      }
    }
    return all;
  }

  private static Path home() {
    return Path.of(System.getProperty("oidc-provider.home"));
  }

  @Override
  public String name() {
    JsonNode description =
        JsonMapper.shared().readTree(home().resolve("node_modules/oidc-provider/package.json"));
    return "oidc-provider " + description.get("version").asString();
  }

  @Override
  public String issuer() {
    return issuer.toString().replaceFirst("/$", "");
  }

  @Override
  public URI tokenEndpoint() {
    return issuer.resolve("token");
  }

  /** Its metadata name the other port. */
  @Override
  public Map.Entry<String, String> tlsEndpoint() {
    return Map.entry("issuer", issuer());
  }

  @Override
  public Map<Feature, String> lacks() {
    return Map.of(
        Feature.FEDERATED_ASSERTION,
        "oidc-provider takes the assertions that its clients have signed themselves");
  }

  @Override
  public URI introspectionEndpoint() {
    return issuer.resolve("token/introspection");
  }

  @Override
  public URI revocationEndpoint() {
    return issuer.resolve("token/revocation");
  }

  @Override
  public Answers answers() {
    return new Answers(
        new Refusal(401, "invalid_client"),
        new Refusal(401, "invalid_client"),
        new Refusal(400, "invalid_request"),
        new Refusal(400, "invalid_request"),
        Optional.empty(),
        Optional.of(new Refusal(400, "invalid_scope")),
        Optional.of(new Refusal(401, "invalid_client")));
  }

  @Override
  public void close() {
    process.close();
  }
}
