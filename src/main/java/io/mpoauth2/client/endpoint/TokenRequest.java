package io.mpoauth2.client.endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A token request with the client-credentials grant (RFC 6749, section 4.4.2), ready to be posted.
 */
record TokenRequest(
    URI tokenEndpoint,
    @Nullable String authorization,
    String body,
    Duration connectTimeout,
    Duration requestTimeout) {

  static TokenRequest of(ClientSettings settings) {
    Form form = new Form().add("grant_type", "client_credentials");
    if (!settings.scope().isEmpty()) {
      form.add("scope", String.join(" ", settings.scope()));
    }
    // Sorted, so that the same settings always make the same request.
    new TreeMap<>(settings.parameters())
        .forEach((name, values) -> values.forEach(value -> form.add(name, value)));
    new TreeMap<>(settings.authentication().parameters()).forEach(form::add);
    return new TokenRequest(
        settings.tokenEndpoint(),
        settings.authentication().authorization(),
        form.body(),
        settings.connectTimeout(),
        settings.requestTimeout());
  }

  /** Shows neither header nor body, which hold the secret, nor the query, which may. */
  @Override
  public String toString() {
    return "TokenRequest[" + TokenFailures.publicPart(tokenEndpoint.toString()) + "]";
  }
}
