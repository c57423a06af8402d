package io.mpoauth2.client.restclient;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.jaxrs.runtime.Registration;
import io.mpoauth2.client.token.CallSettings;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jspecify.annotations.Nullable;

/**
 * Registers the filter on the clients that opted in. Stateless, because servers share one instance
 * per class loader, and idempotent, because some call it twice for one client.
 *
 * <p>Settings and beans are looked up here and kept, never during a call: a call may run on a
 * thread whose class loader finds neither.
 */
public final class OAuth2ClientListener implements RestClientListener {
  /** The builder's property that holds the listener's own filter. */
  private static final String OURS = "io.mpoauth2.client.filter";

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
    OAuth2Client annotation = api.getAnnotation(OAuth2Client.class);
    String client = client(api, annotation, builder, config);
    if (client == null) {
      if (ours(builder) != null) {
        // The builder has made a client with tokens before, and this one wants none.
        builder.property(Registration.TOKENS, Registration.NO_TOKENS);
      }
      return;
    }
    TokenProviders providers = providers(config);
    List<String> scope = annotation == null ? List.of() : List.of(annotation.scope());
    CallSettings settings = providers.callSettings(client, scope);
    builder.property(
        Registration.TOKENS, new BearerTokenFilter(providers.get(client, scope), settings));
    // Before any @RegisterProvider of the interface, whose missing priority RESTEasy takes for -1.
    if (!builder.getConfiguration().isRegistered(BearerTokenFilter.class)) {
      BearerTokenFilter filter = new BearerTokenFilter();
      Registration.of(builder, filter, BearerTokenFilter.PRIORITY);
      builder.property(OURS, filter);
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

  /** Gives the name of the client whose tokens an interface wants; null if nothing says so. */
  private static @Nullable String client(
      Class<?> api, @Nullable OAuth2Client annotation, RestClientBuilder builder, Config config) {
    String named = property(api, config, "oauth2-client");
    if (named != null) {
      return named.strip();
    }
    if (annotation != null) {
      return annotation.value();
    }
    return isFilterRegistered(api, builder, config) ? OAuth2Client.DEFAULT : null;
  }

  /** By hand, by annotation or by the standard property; some of these come after the listener. */
  private static boolean isFilterRegistered(
      Class<?> api, RestClientBuilder builder, Config config) {
    boolean asInstance = false;
    for (Object provider : builder.getConfiguration().getInstances()) {
      if (provider instanceof BearerTokenFilter filter) {
        if (filter != ours(builder) && !filter.hasProvider()) {
          return true;
        }
        asInstance = true;
      }
    }
    // CXF tells the classes of instances too.
    if (!asInstance && builder.getConfiguration().getClasses().contains(BearerTokenFilter.class)) {
      return true;
    }
    for (RegisterProvider provider : api.getAnnotationsByType(RegisterProvider.class)) {
      if (provider.value() == BearerTokenFilter.class) {
        return true;
      }
    }
    String providers = property(api, config, "providers");
    return providers != null
        && List.of(providers.strip().split("\\s*,\\s*"))
            .contains(BearerTokenFilter.class.getName());
  }

  /** Gives the filter that was registered here when the builder was used before. */
  private static @Nullable Object ours(RestClientBuilder builder) {
    return builder.getConfiguration().getProperty(OURS);
  }

  /** The interface's full name wins over its configKey, as MicroProfile Rest Client has it. */
  private static @Nullable String property(Class<?> api, Config config, String name) {
    String ofInterface = value(config, api.getName(), name);
    RegisterRestClient registered = api.getAnnotation(RegisterRestClient.class);
    return ofInterface != null || registered == null || registered.configKey().isEmpty()
        ? ofInterface
        : value(config, registered.configKey(), name);
  }

  private static @Nullable String value(Config config, String key, String name) {
    return config.getOptionalValue(key + "/mp-rest/" + name, String.class).orElse(null);
  }
}
