package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.endpoint.LifetimeSettings;
import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.Origin;
import io.mpoauth2.client.token.operation.ClientLog;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Reads and checks the settings of one client and scope set. Reads anew each time. */
final class SettingsReader implements Supplier<ClientSettings> {
  private final Config config;
  private final String client;
  private final Set<String> requestedScope;

  /**
   * Makes a reader.
   *
   * @param requestedScope the scope of the annotation; empty for the configured one
   */
  SettingsReader(Config config, String client, Set<String> requestedScope) {
    this.config = config;
    this.client = client;
    this.requestedScope = requestedScope;
  }

  /**
   * Reads what shapes a token request.
   *
   * @throws InvalidSettingsException with all problems, if there are any
   */
  @Override
  public ClientSettings get() {
    SettingsValues values = new SettingsValues(config, client);
    ClientSettings settings = client(values, values.flag(SettingsKey.ALLOW_HTTP));
    values.throwProblems();
    return settings;
  }

  /**
   * Reads what shapes a call, and checks what shapes a token request as well.
   *
   * @throws InvalidSettingsException with all problems of both, if there are any; also if they
   *     cannot be read at all
   */
  CallSettings call() {
    SettingsValues values = new SettingsValues(config, client);
    try {
      return call(values);
    } catch (InvalidSettingsException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      // Its words may have in them what it logs in with.
      values.problem(
          "the settings oauth2.client." + client + ".* cannot be read: " + ClientLog.reason(e));
      throw values.invalid();
    }
  }

  private CallSettings call(SettingsValues values) {
    boolean allowHttp = values.flag(SettingsKey.ALLOW_HTTP);
    client(values, allowHttp);
    CallSettings settings =
        CallSettings.DEFAULTS
            .withRetryUnauthorized(values.flag(SettingsKey.RETRY_UNAUTHORIZED))
            .withReplayBuffer(values.size(SettingsKey.REPLAY_BUFFER))
            .withAllowedOrigins(allowedOrigins(values))
            .withAllowHttp(allowHttp);
    values.throwProblems();
    return settings;
  }

  private ClientSettings client(SettingsValues values, boolean allowHttp) {
    ClientName name = new ClientName(client);
    if (!name.isOne()) {
      values.problem(name.problem());
    }
    FormSettings form = new FormSettings(values);
    new UnknownNames(values).tell();
    return new ClientSettings(
        client,
        new TokenEndpointSettings(values).read(allowHttp),
        authentication(values),
        form.grantType(),
        form.scope(requestedScope),
        form.parameters(),
        new HeaderSettings(values).read(),
        tokenTypes(values),
        values.duration(SettingsKey.CONNECT_TIMEOUT, false),
        values.duration(SettingsKey.REQUEST_TIMEOUT, false),
        lifetimes(values),
        values.notices());
  }

  /** Gives a URI, null if the text is none. */
  static @Nullable URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
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
        values.duration(SettingsKey.DEFAULT_LIFETIME, false),
        values.text(longest).isEmpty()
            ? LifetimeSettings.TEN_YEARS
            : values.duration(longest, false),
        values.duration(SettingsKey.EXPIRY_MARGIN, true),
        values.duration(SettingsKey.REFRESH_MARGIN, true));
  }

  private ClientAuthentication authentication(SettingsValues values) {
    SettingsKey key = SettingsKey.CLIENT_AUTHENTICATION;
    String id = values.text(SettingsKey.CLIENT_ID);
    if (id.isEmpty()) {
      values.missing(SettingsKey.CLIENT_ID, "");
    }
    boolean raw = values.choice(SettingsKey.BASIC_ENCODING, "form", "raw").equals("raw");
    if (values.text(key).equals("none")) {
      values.problem(
          key, "is none, but only a confidential client has this grant (RFC 6749, section 4.4)");
      return new ClientSecretPost(id, new Secret(""));
    }
    Secret secret = new SecretSettings(values).read();
    if (values.choice(key, "client_secret_basic", "client_secret_post").endsWith("post")) {
      return new ClientSecretPost(id, secret);
    }
    if (raw && id.indexOf(':') >= 0) {
      values.problem(
          SettingsKey.CLIENT_ID,
          "has a colon, which "
              + values.name(SettingsKey.BASIC_ENCODING)
              + "=raw cannot tell from the one before the secret");
    }
    return new ClientSecretBasic(id, secret, !raw);
  }

  private static Set<Origin> allowedOrigins(SettingsValues values) {
    SettingsKey key = SettingsKey.ALLOWED_ORIGINS;
    Set<Origin> origins = new LinkedHashSet<>();
    Set<String> texts = values.list(key);
    for (String text : texts) {
      Origin origin = origin(text);
      if (origin == null) {
        values.problem(
            key, "has something that is not scheme://host[:port]", ClientSettings.publicPart(text));
      } else {
        origins.add(origin);
      }
    }
    return origins;
  }

  private static @Nullable Origin origin(String text) {
    URI uri = uri(text);
    if (uri == null
        || uri.getRawUserInfo() != null
        || !String.valueOf(uri.getRawPath()).isEmpty()
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      return null;
    }
    return Origin.of(uri);
  }
}
