package io.mpoauth2.authorizationservers.keycloak;

import io.mpoauth2.authorizationservers.ClientKeys;
import io.mpoauth2.authorizationservers.KnownClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The realm that Keycloak imports. */
final class DocumentsRealm {
  static final String NAME = "documents";

  private static final String WRITERS = "writers";

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
                "clients", Stream.of(KnownClient.values()).map(DocumentsRealm::client).toList(),
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
        "attributes",
            Map.of(
                "access.token.lifespan",
                "" + client.lifetime().toSeconds(),
                "use.jwks.string",
                "true",
                "jwks.string",
                ClientKeys.known()),
        "defaultClientScopes", List.of(),
        "optionalClientScopes", KnownClient.ALL_SCOPE,
        "protocolMappers", List.of(audience()));
  }

  private static String authenticator(KnownClient client) {
    return switch (client.authentication()) {
      case "private_key_jwt" -> "client-jwt";
      case "client_secret_jwt" -> "client-secret-jwt";
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
