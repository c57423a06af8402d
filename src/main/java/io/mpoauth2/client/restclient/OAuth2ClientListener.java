package io.mpoauth2.client.restclient;

import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.jaxrs.ClientBinding;
import io.mpoauth2.client.token.CallSettings;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * Registers the filter on the clients that opted in. Stateless, because servers share one instance
 * per class loader, and idempotent, because some call it twice for one client.
 *
 * <p>Settings and beans are looked up here and kept, never during a call: a call may run on a
 * thread whose class loader finds neither.
 */
public final class OAuth2ClientListener implements RestClientListener {

  /** Made by the MicroProfile Rest Client implementation, as a service. */
  public OAuth2ClientListener() {}

  /**
   * Sees to a client that is being built.
   *
   * @throws io.mpoauth2.client.config.InvalidSettingsException if it opted in and there is a
   *     problem in the settings
   */
  @Override
  public void onNewClient(Class<?> api, RestClientBuilder builder) {
    Config config = ConfigProvider.getConfig();
    ClientOptIn optIn = new ClientOptIn(api, builder, config);
    String client = optIn.client();
    if (client == null) {
      if (optIn.ours() != null) {
        // The builder has made a client with tokens before, and this one wants none.
        builder.property(ClientBinding.PROPERTY, ClientBinding.NONE);
      }
      return;
    }
    TokenProviders providers = providers(config);
    CallSettings settings = providers.callSettings(client, optIn.scope());
    builder.property(
        ClientBinding.PROPERTY, new ClientBinding(providers.get(client, optIn.scope()), settings));
    // Before any @RegisterProvider of the interface, whose missing priority RESTEasy takes for -1.
    if (!builder.getConfiguration().isRegistered(BearerTokenFilter.class)) {
      BearerTokenFilter filter = new BearerTokenFilter();
      builder.property(ClientOptIn.OURS, filter);
      builder.register(filter, Priorities.USER + 1000);
    }
  }

  /** The application's where there is a CDI application, else its own. */
  private static TokenProviders providers(Config config) {
    try {
      Instance<TokenProviders> applications = CDI.current().select(TokenProviders.class);
      if (applications.isResolvable()) {
        return applications.get();
      }
    } catch (IllegalStateException | NoClassDefFoundError e) {
      // Java SE: no container is running, or there is no CDI API at all.
    }
    return TokenProviders.from(config);
  }
}
