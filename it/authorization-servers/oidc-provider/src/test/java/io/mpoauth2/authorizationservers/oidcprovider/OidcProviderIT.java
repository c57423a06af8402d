package io.mpoauth2.authorizationservers.oidcprovider;

import io.mpoauth2.authorizationservers.AuthorizationServer;
import io.mpoauth2.authorizationservers.AuthorizationServerContract;

class OidcProviderIT extends AuthorizationServerContract {
  @Override
  protected AuthorizationServer start() {
    return OidcProvider.start();
  }
}
