package io.mpoauth2.client.endpoint.transport;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import org.jspecify.annotations.Nullable;

/**
 * Answers for proxies with what the JVM's authenticator says, and for nobody else: a 401 is the
 * token endpoint's answer to the client's own credentials, and not to be tried again with those of
 * a user.
 */
final class ProxyLogin extends Authenticator {

  @Override
  protected @Nullable PasswordAuthentication getPasswordAuthentication() {
    Authenticator jvms = Authenticator.getDefault();
    return jvms == null || getRequestorType() != RequestorType.PROXY
        ? null
        : jvms.requestPasswordAuthenticationInstance(
            getRequestingHost(),
            getRequestingSite(),
            getRequestingPort(),
            getRequestingProtocol(),
            getRequestingPrompt(),
            getRequestingScheme(),
            getRequestingURL(),
            RequestorType.PROXY);
  }
}
