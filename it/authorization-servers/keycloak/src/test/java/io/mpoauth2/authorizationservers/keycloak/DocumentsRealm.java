package io.mpoauth2.authorizationservers.keycloak;

import io.mpoauth2.authorizationservers.Certificates;
import io.mpoauth2.authorizationservers.ClientKeys;
import io.mpoauth2.authorizationservers.FederatedAssertionContract;
import io.mpoauth2.authorizationservers.KnownClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The realm that Keycloak imports. */
final class DocumentsRealm {
  static final String NAME = "documents";

  private static final String WRITERS = "writers";
  private static final String CLUSTER = "cluster";

  private DocumentsRealm() {}

  static String json() {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "realm", NAME,
                "enabled", true,
                "roles", Map.of("realm", List.of(Map.of("name", WRITERS))),
                "clientScopes", KnownClient.ALL_SCOPE.stream().map(DocumentsRealm::scope).toList(),
                // Whoever has not the role may ask for the scope, and is silently given less.
                "scopeMappings",
                    List.of(Map.of("clientScope", "documents.write", "roles", List.of(WRITERS))),
                "clients",
                    Stream.of(KnownClient.values())
                        .filter(client -> client != KnownClient.SELF_SIGNED)
                        .map(DocumentsRealm::client)
                        .toList(),
                "identityProviders", List.of(cluster()),
                "users", List.of(serviceAccount(KnownClient.WRITER))));
  }

  private static Map<String, Object> scope(String name) {
    return Map.of(
        "name",
        name,
        "protocol",
        "openid-connect",
        "attributes",
        Map.of("include.in.token.scope", "true"));
  }

  private static Map<String, Object> client(KnownClient client) {
    return Map.of(
        "clientId", client.id(),
        "secret", client.secret(),
        "clientAuthenticatorType", authenticator(client),
        "serviceAccountsEnabled", client.hasGrant(),
        "standardFlowEnabled", false,
        "attributes", attributes(client),
        "defaultClientScopes", List.of(),
        "optionalClientScopes", KnownClient.ALL_SCOPE,
        "protocolMappers", List.of(audience()));
  }

  private static Map<String, String> attributes(KnownClient client) {
    Map<String, String> all =
        new HashMap<>(Map.of("access.token.lifespan", "" + client.lifetime().toSeconds()));
    switch (client) {
      case SIGNING ->
          all.putAll(Map.of("use.jwks.string", "true", "jwks.string", ClientKeys.known()));
      case CERTIFIED -> all.put("x509.subjectdn", Certificates.SUBJECT);
      case FEDERATED ->
          all.putAll(
              Map.of(
                  "jwt.credential.issuer",
                  CLUSTER,
                  "jwt.credential.sub",
                  FederatedAssertionContract.SUBJECT));
      default -> {
        // A secret is all.
      }
    }
    return all;
  }

  /** Whoever has an assertion of it is believed, if a client names it and who that is there. */
  private static Map<String, Object> cluster() {
    return Map.of(
        "alias",
        CLUSTER,
        "providerId",
        "oidc",
        "enabled",
        true,
        "config",
        Map.of(
            "issuer",
            FederatedAssertionContract.ISSUER,
            "useJwksUrl",
            "true",
            "jwksUrl",
            ClientKeys.served(ClientKeys.known()).toString(),
            "validateSignature",
            "true",
            "supportsClientAssertions",
            "true"));
  }

  private static String authenticator(KnownClient client) {
    if (client == KnownClient.FEDERATED) {
      return "federated-jwt";
    }
    return switch (client.authentication()) {
      case "private_key_jwt" -> "client-jwt";
      case "client_secret_jwt" -> "client-secret-jwt";
      case "tls_client_auth" -> "client-x509";
      default -> "client-secret";
    };
  }

  /** Since 26.6.2 only who is in the audience of a token may ask whether it is good. */
  private static Map<String, Object> audience() {
    return Map.of(
        "name", "audience",
        "protocol", "openid-connect",
        "protocolMapper", "oidc-audience-mapper",
        "config",
            Map.of(
                "included.client.audience",
                KnownClient.DOCUMENTS_API.id(),
                "access.token.claim",
                "true"));
  }

  private static Map<String, Object> serviceAccount(KnownClient client) {
    return Map.of(
        "username",
        "service-account-" + client.id(),
        "enabled",
        true,
        "serviceAccountClientId",
        client.id(),
        "realmRoles",
        List.of(WRITERS));
  }
}
