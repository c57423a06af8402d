package io.mpoauth2.authorizationservers.keycloak;

import io.mpoauth2.authorizationservers.AuthorizationServer;
import io.mpoauth2.authorizationservers.FederatedAssertionContract;

class KeycloakIT extends FederatedAssertionContract {
  @Override
  protected AuthorizationServer start() {
    return Keycloak.start();
  }
}
