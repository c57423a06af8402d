package io.mpoauth2.client.restclient;

import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.jaxrs.runtime.Registration;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.LocalTokens;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The filters whose tokens a client has that is being built, as many as its methods want. */
final class ClientFilters {
  private final Config config;
  private final Set<String> told;
  private final Findings findings;

  /** Looked for if somebody wants a token: no other client has anything to do with it. */
  private @Nullable Application application;

  /**
   * Makes none yet.
   *
   * @param told what the application was told before; gets what it is told now
   */
  ClientFilters(Config config, Set<String> told, Findings findings) {
    this.config = config;
    this.told = told;
    this.findings = findings;
  }

  /** Gives what {@link Registration#TOKENS} holds for a choice. */
  Object of(Choice choice) {
    if (choice == Choice.None.UNSAID) {
      return Registration.NO_TOKENS;
    }
    return choice instanceof Choice.Token token ? of(token) : Registration.WITHOUT_TOKENS;
  }

  /** A problem is kept, so that those of other clients are found as well. */
  private Object of(Choice.Token token) {
    if (application == null) {
      application = Application.of(config);
    }
    try {
      return filter(token, application);
    } catch (InvalidSettingsException e) {
      findings.problems(e);
      return Registration.WITHOUT_TOKENS;
    }
  }

  private Object filter(Choice.Token token, Application ofClient) {
    TokenProviders providers = ofClient.providers();
    TokenProvider configured = providers.get(token.client(), token.scope());
    LocalTokens local = LocalTokens.of(configured);
    if (local != null && !local.givesTokens()) {
      tellOnce(local);
      return Registration.WITHOUT_TOKENS;
    }
    TokenProvider replacement = ofClient.replacement(token, findings);
    if (replacement != null) {
      return new BearerTokenFilter(
          new ReplacedTokens(replacement, new ClientLog(token.client())),
          providers.callSettingsAlone(token.client()));
    }
    if (local != null) {
      tellOnce(local);
    }
    return new BearerTokenFilter(configured, providers.callSettings(token.client(), token.scope()));
  }

  /** In Java SE each client has a log of its own, which knows nothing of the others'. */
  private void tellOnce(LocalTokens local) {
    if (told.add(local.log().about(local.notice()))) {
      local.tell();
    } else {
      local.keepQuiet();
    }
  }
}
