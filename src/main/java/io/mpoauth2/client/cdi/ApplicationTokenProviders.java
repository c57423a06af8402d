package io.mpoauth2.client.cdi;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.watch.LateListener;
import io.mpoauth2.client.token.watch.PromptListener;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Owns the application's token providers and closes them with it. One set per {@link Config},
 * because two web applications of one EAR share this bean and may each mean something else by
 * {@code signicat}.
 */
@ApplicationScoped
public class ApplicationTokenProviders {
  private final Map<Config, TokenProviders> byConfig = new ConcurrentHashMap<>();

  /** All beans that want to be told what happens; asked for when providers are made. */
  @Inject @Any Instance<TokenListener> listeners;

  /** What the thread saw that started the application. */
  private volatile @Nullable Config atTheStart;

  /**
   * Asks for nothing. REST clients look beans up that replace ours, which Quarkus would take away
   * where nobody has them injected.
   */
  @Inject @Any Instance<TokenProvider> kept;

  /** Made by CDI. */
  @SuppressWarnings("NullAway.Init") // CDI injects.
  public ApplicationTokenProviders() {}

  /** Before other observers, who may have tokens asked for on threads that see no configuration. */
  void starting(@Observes @Priority(1) Startup startup) {
    try {
      atTheStart = ConfigProvider.getConfig();
    } catch (IllegalStateException e) {
      // There is no MicroProfile Config, which an application that names no client does not need.
    }
  }

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
    Config seen = ConfigProvider.getConfig();
    TokenProviders known = byConfig.get(seen);
    return known == null
        ? byConfig.computeIfAbsent(applicationsInsteadOf(seen), this::make)
        : known;
  }

  /**
   * Gives the provider that an injection point asks for. Reads no settings.
   *
   * @param injectionPoint has an {@link OAuth2Client}, or means the client {@code default}
   * @return the provider that REST clients of the same name and scope have too
   * @throws IllegalStateException if there is no injection point that could name a client
   */
  @Produces
  @Dependent
  @Default
  @OAuth2Client
  @Typed(TokenProvider.class)
  public InjectedTokenProvider provider(@Nullable InjectionPoint injectionPoint) {
    if (injectionPoint == null) {
      throw new IllegalStateException(
          "nothing says which client's tokens are meant: a TokenProvider needs an injection point,"
              + " which BeanManager.getReference does not have; take"
              + " CDI.current().select(TokenProvider.class, OAuth2Client.Literal.of(\"<name>\"))"
              + ".get(), or Instance.select(OAuth2Client.Literal.of(\"<name>\")).get()");
    }
    for (Annotation qualifier : injectionPoint.getQualifiers()) {
      if (qualifier instanceof OAuth2Client client) {
        return provider(client.value(), List.of(client.scope()));
      }
    }
    return provider(OAuth2Client.DEFAULT, List.of());
  }

  private InjectedTokenProvider provider(String client, List<String> scope) {
    return new InjectedTokenProvider(client, scope, providers().get(client, scope));
  }

  /**
   * A thread that belongs to no application sees another configuration than the application's, in
   * which nothing is said of any client.
   */
  private Config applicationsInsteadOf(Config seen) {
    Config applications = atTheStart;
    return applications == null || seesClients(seen) ? seen : applications;
  }

  private static boolean seesClients(Config config) {
    if (isNobodys(Thread.currentThread().getContextClassLoader())) {
      return false;
    }
    for (String name : config.getPropertyNames()) {
      if (name.startsWith("oauth2.client.")) {
        return true;
      }
    }
    return false;
  }

  /** The system's is an application's only where it has loaded this library: in Java SE. */
  private static boolean isNobodys(@Nullable ClassLoader loader) {
    ClassLoader systems = ClassLoader.getSystemClassLoader();
    return (loader == null || loader == systems)
        && ApplicationTokenProviders.class.getClassLoader() != systems;
  }

  private TokenProviders make(Config config) {
    List<TokenListener> all = new ArrayList<>();
    listeners.handles().forEach(handle -> all.add(listener(handle)));
    return TokenProviders.from(config, all);
  }

  /** One of the application's may need tokens to be made, and may fail: neither holds them up. */
  private static TokenListener listener(Instance.Handle<TokenListener> handle) {
    Bean<TokenListener> bean = handle.getBean();
    return bean.getTypes().contains(PromptListener.class)
        ? handle.get()
        : new LateListener(bean.getBeanClass().getName(), handle::get);
  }

  @PreDestroy
  void close() {
    for (TokenProviders providers : byConfig.values()) {
      providers.close();
    }
  }
}
