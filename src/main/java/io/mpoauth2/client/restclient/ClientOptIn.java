package io.mpoauth2.client.restclient;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What a client interface opted in to. */
final class ClientOptIn {
  /** The builder's property that holds the listener's own filter. */
  static final String OURS = "io.mpoauth2.client.filter";

  private final Class<?> api;
  private final RestClientBuilder builder;
  private final Config config;
  private final @Nullable OAuth2Client annotation;

  ClientOptIn(Class<?> api, RestClientBuilder builder, Config config) {
    this.api = api;
    this.builder = builder;
    this.config = config;
    this.annotation = api.getAnnotation(OAuth2Client.class);
  }

  /**
   * Finds out whether the interface wants tokens, and whose.
   *
   * @return the client's name; null if nothing says so: then it never gets one
   */
  @Nullable String client() {
    String named = property("oauth2-client");
    if (named != null) {
      return named.strip();
    }
    if (annotation != null) {
      return annotation.value();
    }
    return isFilterRegistered() ? OAuth2Client.DEFAULT : null;
  }

  /** Gives the annotation's scope, empty for the configured one. */
  List<String> scope() {
    return annotation == null ? List.of() : List.of(annotation.scope());
  }

  /** Gives the filter that the listener registered when the builder was used before. */
  @Nullable Object ours() {
    return builder.getConfiguration().getProperty(OURS);
  }

  /** By hand, by annotation or by the standard property; some of these come after the listener. */
  private boolean isFilterRegistered() {
    for (Object provider : builder.getConfiguration().getInstances()) {
      if (provider instanceof BearerTokenFilter filter
          && filter != ours()
          && !filter.hasProvider()) {
        return true;
      }
    }
    if (builder.getConfiguration().getClasses().contains(BearerTokenFilter.class)) {
      return true;
    }
    for (RegisterProvider provider : api.getAnnotationsByType(RegisterProvider.class)) {
      if (provider.value() == BearerTokenFilter.class) {
        return true;
      }
    }
    String providers = property("providers");
    return providers != null
        && List.of(providers.strip().split("\\s*,\\s*"))
            .contains(BearerTokenFilter.class.getName());
  }

  /** The interface's full name wins over its configKey, as MicroProfile Rest Client has it. */
  private @Nullable String property(String name) {
    String ofInterface = value(api.getName(), name);
    RegisterRestClient registered = api.getAnnotation(RegisterRestClient.class);
    return ofInterface != null || registered == null || registered.configKey().isEmpty()
        ? ofInterface
        : value(registered.configKey(), name);
  }

  private @Nullable String value(String key, String name) {
    return config.getOptionalValue(key + "/mp-rest/" + name, String.class).orElse(null);
  }
}
