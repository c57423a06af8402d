package io.mpoauth2.client.restclient;

import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.jaxrs.runtime.Registration;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The filters whose tokens a client has that is being built, as many as its methods want. */
final class ClientFilters {
  private final Config config;
  private final Findings findings;

  /** Made for the first that wants a token: no other client has anything to do with it. */
  private @Nullable TokenProviders providers;

  ClientFilters(Config config, Findings findings) {
    this.config = config;
    this.findings = findings;
  }

  /** Gives what {@link Registration#TOKENS} holds for a choice. */
  Object of(Choice choice) {
    if (choice == Choice.None.UNSAID) {
      return Registration.NO_TOKENS;
    }
    return choice instanceof Choice.Token token ? filter(token) : Registration.WITHOUT_TOKENS;
  }

  /** A problem is kept, so that those of other clients are found as well. */
  private Object filter(Choice.Token token) {
    if (providers == null) {
      providers = providers(config);
    }
    try {
      return new BearerTokenFilter(
          providers.get(token.client(), token.scope()),
          providers.callSettings(token.client(), token.scope()));
    } catch (InvalidSettingsException e) {
      findings.problems(e);
      return Registration.WITHOUT_TOKENS;
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
