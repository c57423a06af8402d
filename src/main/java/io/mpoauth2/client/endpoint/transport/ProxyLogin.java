package io.mpoauth2.client.endpoint.transport;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import org.jspecify.annotations.Nullable;

/**
 * Answers for proxies with the account that is configured, or else with what the JVM's
 * authenticator says, and for nobody else: a 401 is the token endpoint's answer to the client's own
 * credentials, and not to be tried again with those of a user.
 */
final class ProxyLogin extends Authenticator {
  private final ProxyChoice.@Nullable Account account;

  /** Of one call at a time; with another one under way, the worst is a log-in more or less. */
  private volatile boolean isAsked;

  ProxyLogin(ProxyChoice.@Nullable Account account) {
    this.account = account;
  }

  /** Begins a call, in which it is asked as often as the proxy refuses what it says. */
  void begins() {
    isAsked = false;
  }

  /** Says whether the proxy has refused the account, which the JDK has then logged in with. */
  boolean isRefused() {
    return account != null && isAsked;
  }

  @Override
  protected @Nullable PasswordAuthentication getPasswordAuthentication() {
    if (getRequestorType() != RequestorType.PROXY) {
      return null;
    }
    return account == null ? ofTheJvm() : once(account);
  }

  /** The JDK would try the same twenty times, and the proxy lock the account. */
  private @Nullable PasswordAuthentication once(ProxyChoice.Account known) {
    if (isAsked) {
      return null;
    }
    isAsked = true;
    return new PasswordAuthentication(known.user(), known.password().toCharArray());
  }

  private @Nullable PasswordAuthentication ofTheJvm() {
    Authenticator jvms = Authenticator.getDefault();
    return jvms == null
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
