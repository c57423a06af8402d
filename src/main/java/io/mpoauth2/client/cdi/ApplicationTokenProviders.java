package io.mpoauth2.client.cdi;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Owns the application's token providers and closes them with it. One set per {@link Config},
 * because two web applications of one EAR share this bean and may each mean something else by
 * {@code signicat}.
 */
@ApplicationScoped
public class ApplicationTokenProviders {
  private final Map<Config, TokenProviders> byConfig = new ConcurrentHashMap<>();

  /**
   * Asks for nothing. REST clients look beans up that replace ours, which Quarkus would take away
   * where nobody has them injected.
   */
  @Inject @Any Instance<TokenProvider> kept;

  /** Made by CDI. */
  @SuppressWarnings("NullAway.Init") // CDI injects.
  public ApplicationTokenProviders() {}

  /**
   * Gives the providers of the configuration that the calling thread sees. It has a name because
   * Quarkus takes away beans that have none and are injected nowhere; REST clients look it up.
   *
   * @return the same ones for the same configuration
   */
  @Produces
  @Dependent
  @Named("mpOAuth2TokenProviders")
  public TokenProviders providers() {
    return byConfig.computeIfAbsent(ConfigProvider.getConfig(), TokenProviders::from);
  }

  /**
   * Gives the provider that an injection point asks for. Reads no settings.
   *
   * @param injectionPoint has an {@link OAuth2Client}, or means the client {@code default}
   * @return the provider that REST clients of the same name and scope have too
   */
  @Produces
  @Dependent
  @Default
  @OAuth2Client
  public TokenProvider provider(InjectionPoint injectionPoint) {
    for (Annotation qualifier : injectionPoint.getQualifiers()) {
      if (qualifier instanceof OAuth2Client client) {
        return providers().get(client.value(), List.of(client.scope()));
      }
    }
    return providers().get(OAuth2Client.DEFAULT);
  }

  @PreDestroy
  void close() {
    for (TokenProviders providers : byConfig.values()) {
      providers.close();
    }
  }
}
