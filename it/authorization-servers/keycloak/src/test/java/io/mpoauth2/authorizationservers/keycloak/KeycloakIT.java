package io.mpoauth2.authorizationservers.keycloak;

import io.mpoauth2.authorizationservers.AuthorizationServer;
import io.mpoauth2.authorizationservers.AuthorizationServerContract;

class KeycloakIT extends AuthorizationServerContract {
  @Override
  protected AuthorizationServer start() {
    return Keycloak.start();
  }
}
