package io.mpoauth2.authorizationservers.spring;

import io.mpoauth2.authorizationservers.AuthorizationServer;
import io.mpoauth2.authorizationservers.AuthorizationServerContract;

class SpringAuthorizationServerIT extends AuthorizationServerContract {
  @Override
  protected AuthorizationServer start() {
    return SpringAuthorizationServer.start();
  }
}
