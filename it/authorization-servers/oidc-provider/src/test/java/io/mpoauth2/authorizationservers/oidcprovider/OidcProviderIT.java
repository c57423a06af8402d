package io.mpoauth2.authorizationservers.oidcprovider;

import io.mpoauth2.authorizationservers.AuthorizationServer;
import io.mpoauth2.authorizationservers.SelfSignedCertificateContract;

class OidcProviderIT extends SelfSignedCertificateContract {
  @Override
  protected AuthorizationServer start() {
    return OidcProvider.start();
  }
}
