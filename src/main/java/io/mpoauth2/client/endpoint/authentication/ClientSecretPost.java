package io.mpoauth2.client.endpoint.authentication;

import java.util.List;

/**
 * Id and secret as parameters of the form (RFC 6749, section 2.3.1), {@code client_secret_post} of
 * RFC 7591.
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
  public void addTo(Form form) {
    form.add("client_id", clientId).add("client_secret", clientSecret.value());
  }

  @Override
  public List<String> secrets() {
    return List.of(clientSecret.value(), Form.encode(clientSecret.value()));
  }
}
