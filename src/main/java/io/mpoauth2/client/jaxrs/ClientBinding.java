package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.ClientLog;
import io.mpoauth2.client.token.TokenProvider;

/**
 * What a {@link BearerTokenFilter} needs to know about the REST client it works for. It stands in
 * the REST client's configuration under {@link #PROPERTY}, so that every filter finds it, however
 * it was registered and whoever made it.
 */
public final class ClientBinding {
  /** The name of the configuration property. */
  public static final String PROPERTY = "io.mpoauth2.client.binding";

  final TokenProvider provider;
  final CallSettings settings;
  final ClientLog log;
  final Resend.Route route = new Resend.Route();

  /**
   * Makes a binding.
   *
   * @param provider the tokens
   * @param settings whether and where they are sent
   * @param log where things are said about them
   */
  public ClientBinding(TokenProvider provider, CallSettings settings, ClientLog log) {
    this.provider = provider;
    this.settings = settings;
    this.log = log;
  }

  String property(String name) {
    return "oauth2.client." + log.client() + "." + name;
  }
}
