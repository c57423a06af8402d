package io.mpoauth2.client.endpoint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Id and secret as form parameters (RFC 6749, section 2.3.1): {@code client_secret_post} of RFC
 * 7591.
 *
 * @param clientId the client's id
 * @param clientSecret its secret
 */
public record ClientSecretPost(String clientId, Secret clientSecret)
    implements ClientAuthentication {

  @Override
  public String authorization() {
    return "";
  }

  @Override
  public Map<String, String> parameters() {
    // Sorted, so that the same settings always make the same request.
    return new TreeMap<>(Map.of("client_id", clientId, "client_secret", clientSecret.value()));
  }

  @Override
  public List<String> secrets() {
    return List.of(clientSecret.value(), TokenRequest.encode(clientSecret.value()));
  }
}
