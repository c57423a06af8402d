package io.mpoauth2.client.restclient;

import io.mpoauth2.client.config.TokenProviders;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;

/** The application's token providers, where there is a CDI application. */
final class ApplicationProviders {
  private ApplicationProviders() {}

  static Optional<TokenProviders> find() {
    try {
      Instance<TokenProviders> providers = CDI.current().select(TokenProviders.class);
      return providers.isResolvable() ? Optional.of(providers.get()) : Optional.empty();
    } catch (IllegalStateException | NoClassDefFoundError e) {
      // Java SE: no container is running, or there is no CDI API at all.
      return Optional.empty();
    }
  }
}
