package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.endpoint.LifetimeSettings;
import io.mpoauth2.client.endpoint.transport.Route;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.operation.FailureWords;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/** Reads and checks the settings of one client and scope set. Reads anew each time. */
final class SettingsReader implements Supplier<ClientSettings> {
  private final Config config;
  private final TokenKey key;

  /**
   * Makes a reader.
   *
   * @param key whose settings, and the scope of the annotation
   */
  SettingsReader(Config config, TokenKey key) {
    this.config = config;
    this.key = key;
  }

  /**
   * Reads what shapes a token request.
   *
   * @throws InvalidSettingsException with all problems, if there are any
   */
  @Override
  public ClientSettings get() {
    Findings findings = new Findings(key.client());
    SettingsValues values = values(findings);
    LocalSettings local = new LocalSettings(values);
    local.isEnabled();
    if (local.isFixed()) {
      // Only one that cannot be sent comes here, and nothing else is required beside it.
      local.accessToken();
      findings.throwProblems();
    }
    ClientSettings settings = clientSettings(values, findings, ReadFor.TOKEN_REQUEST);
    findings.throwProblems();
    return settings;
  }

  /**
   * Reads what shapes a call, and checks what shapes a token request as well, unless none is sent.
   *
   * @throws InvalidSettingsException with all problems of both, if there are any; also if they
   *     cannot be read at all
   */
  CallSettings callSettings() {
    return callSettings(true);
  }

  /**
   * Reads what shapes a call, for a client whose tokens are somebody else's affair.
   *
   * @throws InvalidSettingsException with all problems, if there are any
   */
  CallSettings callSettingsAlone() {
    return callSettings(false);
  }

  private CallSettings callSettings(boolean withTokenRequest) {
    Findings findings = new Findings(key.client());
    CallSettings settings = CallSettings.DEFAULTS;
    try {
      SettingsValues values = values(findings);
      LocalSettings local = new LocalSettings(values);
      if (!local.isEnabled() && !findings.hasProblems()) {
        return settings;
      }
      if (local.isFixed()) {
        local.accessToken();
      } else if (withTokenRequest) {
        clientSettings(values, findings, ReadFor.CHECK);
      }
      settings = callSettings(values);
    } catch (RuntimeException | LinkageError e) {
      // Its words may have in them what it logs in with.
      findings.problem(
          "the settings oauth2.client."
              + key.client()
              + ".* cannot be read: "
              + FailureWords.of(e));
    }
    findings.throwProblems();
    return settings;
  }

  private SettingsValues values(Findings findings) {
    return new SettingsValues(new ConfiguredText(config), key.client(), findings);
  }

  private static CallSettings callSettings(SettingsValues values) {
    // Read by the health check itself, where there is one; checked here.
    values.choice(SettingsKey.HEALTH, "readiness", "warn", "off");
    return CallSettings.DEFAULTS
        .withRetryUnauthorized(values.flag(SettingsKey.RETRY_UNAUTHORIZED))
        .withReplayBuffer(new ReplayBufferSettings(values).read())
        .withAllowedOrigins(new OriginSettings(values).read())
        .withAllowHttp(values.flag(SettingsKey.ALLOW_HTTP));
  }

  private ClientSettings clientSettings(SettingsValues values, Findings findings, ReadFor purpose) {
    ClientName name = new ClientName(key.client());
    if (!name.isOne()) {
      findings.problem(name.problem());
    }
    FormSettings form = new FormSettings(values);
    new UnknownNames(values).tell();
    new UnseenSettings(values).tell();
    TokenEndpointSettings server = new TokenEndpointSettings(values);
    URI tokenEndpoint = server.read();
    return new ClientSettings(
        key.client(),
        tokenEndpoint,
        server.issuer(),
        new AuthenticationSettings(values, tokenEndpoint, purpose).read(),
        new GrantSettings(values).read(tokenEndpoint),
        form.scope(key.scope()),
        form.parameters(),
        new HeaderSettings(values).read(),
        tokenTypes(values),
        new Route(new TlsSettings(values).read(), new ProxySettings(values).read()),
        values.duration(SettingsKey.CONNECT_TIMEOUT),
        values.duration(SettingsKey.REQUEST_TIMEOUT),
        lifetimes(values),
        findings.notices());
  }

  private static Set<String> tokenTypes(SettingsValues values) {
    Set<String> types = new LinkedHashSet<>();
    for (String type : values.list(SettingsKey.TOKEN_TYPE)) {
      types.add(type.toLowerCase(Locale.ROOT));
    }
    return types;
  }

  private static LifetimeSettings lifetimes(SettingsValues values) {
    SettingsKey longest = SettingsKey.MAX_LIFETIME;
    return new LifetimeSettings(
        values.duration(SettingsKey.DEFAULT_LIFETIME),
        values.text(longest).isEmpty() ? LifetimeSettings.TEN_YEARS : values.duration(longest),
        values.margin(SettingsKey.EXPIRY_MARGIN),
        values.margin(SettingsKey.REFRESH_MARGIN));
  }
}
