package io.mpoauth2.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about the real API. The credentials are not among it: the application
 * reads them itself, and the transcript has no use for them.
 *
 * @param hasId whether there is a {@code SIGNICAT_CLIENT_ID}
 * @param hasSecret whether there is a {@code SIGNICAT_CLIENT_SECRET}
 * @param scope {@code SIGNICAT_SCOPE}, else {@code document_read}
 * @param document the id of a document of the client's account, {@code SIGNICAT_DOCUMENT}
 * @param api {@code SIGNICAT_API}, where it is not Signicat's own
 * @param tokenEndpoint {@code SIGNICAT_TOKEN_ENDPOINT}, where it is not the library's preset
 */
record Signicat(
    boolean hasId,
    boolean hasSecret,
    String scope,
    String document,
    Optional<String> api,
    Optional<String> tokenEndpoint) {

  /** An empty variable counts as none: build servers set those for secrets that they lack. */
  static Signicat in(Map<String, String> environment) {
    return new Signicat(
        find("SIGNICAT_CLIENT_ID", environment).isPresent(),
        find("SIGNICAT_CLIENT_SECRET", environment).isPresent(),
        find("SIGNICAT_SCOPE", environment).orElse("document_read"),
        find("SIGNICAT_DOCUMENT", environment).orElse("contract-1"),
        find("SIGNICAT_API", environment),
        find("SIGNICAT_TOKEN_ENDPOINT", environment));
  }

  boolean isComplete() {
    return hasId == hasSecret;
  }

  boolean isThere() {
    return hasId && hasSecret;
  }

  /** What the application must be told beyond its own configuration. */
  Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("SIGNICAT_SCOPE", scope);
    api.ifPresent(uri -> properties.put("signature/mp-rest/url", uri));
    tokenEndpoint.ifPresent(uri -> properties.put("oauth2.client.signicat.token-endpoint", uri));
    return properties;
  }

  private static Optional<String> find(String name, Map<String, String> environment) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
