package io.mpoauth2.client.restclient;

import io.mpoauth2.client.config.ConfiguredClient;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.jaxrs.ClientBinding;
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
    ClientOptIn.of(api, builder, config).ifPresent(optIn -> bind(optIn, builder, config));
  }

  private static void bind(ClientOptIn optIn, RestClientBuilder builder, Config config) {
    TokenProviders providers =
        ApplicationProviders.find().orElseGet(() -> TokenProviders.from(config));
    ConfiguredClient client = providers.checked(optIn.client(), optIn.scope());
    builder.property(
        ClientBinding.PROPERTY,
        new ClientBinding(client.provider(), client.callSettings(), client.log()));
    // Before any @RegisterProvider of the interface, whose missing priority RESTEasy takes for -1.
    if (!builder.getConfiguration().isRegistered(BearerTokenFilter.class)) {
      builder.register(new BearerTokenFilter(), Priorities.USER + 1000);
    }
  }
}
