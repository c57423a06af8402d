package io.mpoauth2.authorizationservers.spring;

import io.mpoauth2.authorizationservers.AuthorizationServer;
import io.mpoauth2.authorizationservers.SelfSignedCertificateContract;

class SpringAuthorizationServerIT extends SelfSignedCertificateContract {
  @Override
  protected AuthorizationServer start() {
    return SpringAuthorizationServer.start();
  }
}
