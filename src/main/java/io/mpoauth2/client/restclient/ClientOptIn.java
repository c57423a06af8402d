package io.mpoauth2.client.restclient;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * What a client interface opted in to.
 *
 * @param client the client's name
 * @param scope the annotation's scope, empty for the configured one
 */
record ClientOptIn(String client, List<String> scope) {

  /**
   * Finds out whether an interface wants tokens, and whose.
   *
   * @return empty if nothing about it says so: then it never gets one
   */
  static Optional<ClientOptIn> of(Class<?> api, RestClientBuilder builder, Config config) {
    OAuth2Client annotation = api.getAnnotation(OAuth2Client.class);
    Optional<String> named = property(api, config, "oauth2-client");
    List<String> scope = annotation == null ? List.of() : List.of(annotation.scope());
    if (named.isPresent()) {
      return Optional.of(new ClientOptIn(named.get().strip(), scope));
    }
    if (annotation != null) {
      return Optional.of(new ClientOptIn(annotation.value(), scope));
    }
    return isFilterRegistered(api, builder, config)
        ? Optional.of(new ClientOptIn(OAuth2Client.DEFAULT, List.of()))
        : Optional.empty();
  }

  /** By hand, by annotation or by the standard property; some of these come after the listener. */
  private static boolean isFilterRegistered(
      Class<?> api, RestClientBuilder builder, Config config) {
    return builder.getConfiguration().isRegistered(BearerTokenFilter.class)
        || Arrays.stream(api.getAnnotationsByType(RegisterProvider.class))
            .anyMatch(provider -> provider.value() == BearerTokenFilter.class)
        || property(api, config, "providers").stream()
            .flatMap(names -> Arrays.stream(names.split(",", -1)))
            .anyMatch(name -> name.strip().equals(BearerTokenFilter.class.getName()));
  }

  /** The interface's full name wins over its configKey, as MicroProfile Rest Client has it. */
  private static Optional<String> property(Class<?> api, Config config, String name) {
    Optional<String> ofInterface =
        config.getOptionalValue(api.getName() + "/mp-rest/" + name, String.class);
    RegisterRestClient registered = api.getAnnotation(RegisterRestClient.class);
    return ofInterface.isPresent() || registered == null || registered.configKey().isEmpty()
        ? ofInterface
        : config.getOptionalValue(registered.configKey() + "/mp-rest/" + name, String.class);
  }
}
