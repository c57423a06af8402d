package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.endpoint.Issuer;
import io.mpoauth2.client.token.Origin;
import io.mpoauth2.client.token.operation.LogMessage;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where tokens are asked for: the configured endpoint, or the preset of a client's name. */
final class TokenEndpointSettings {
  private static final int LARGEST_PORT = 65535;

  /** From "Connecting to the API" in Signicat's documentation; it serves test and production. */
  private static final String SIGNICAT = "https://api.signicat.io/oauth/connect/token";

  /** Deprecated, by host and path; Signicat's has taken its place, and both work. */
  private static final String IDFY = "api.idfy.io/oauth/connect/token";

  private final SettingsValues values;

  TokenEndpointSettings(SettingsValues values) {
    this.values = values;
  }

  /** Gives who tells where to ask; null where that is configured. */
  @Nullable Issuer issuer() {
    String identifier = values.text(SettingsKey.ISSUER);
    return identifier.isEmpty()
        ? null
        : new Issuer(identifier, values.flag(SettingsKey.ALLOW_HTTP));
  }

  /** Gives the endpoint, or the issuer that tells where it is. */
  URI read() {
    SettingsKey key = SettingsKey.TOKEN_ENDPOINT;
    String text = values.text(key);
    String issuer = values.text(SettingsKey.ISSUER);
    if (!issuer.isEmpty()) {
      if (!text.isEmpty()) {
        values.problem(SettingsKey.ISSUER, "and " + values.name(key) + " are both set; remove one");
      }
      return checked(SettingsKey.ISSUER, issuer);
    }
    // Not where something is set that has no value: another endpoint was meant, and the secret is
    // not for the preset.
    if (text.isEmpty()
        && values.client().equals("signicat")
        && !values.isSet(key)
        && !values.isSet(SettingsKey.ISSUER)) {
      text = SIGNICAT;
    }
    if (text.isEmpty()) {
      if (!values.isSet(SettingsKey.ISSUER)) {
        values.missing(key, "");
      }
      return URI.create("https://invalid");
    }
    return checked(key, text);
  }

  /** RFC 6749, section 3.2 and RFC 8414, section 2: over TLS, without a fragment. */
  private URI checked(SettingsKey key, String text) {
    boolean allowHttp = values.flag(SettingsKey.ALLOW_HTTP);
    URI uri = SettingsValues.uri(text);
    if (uri == null) {
      values.problem(key, "is no URI");
      return URI.create("https://invalid");
    }
    // Not getRawUserInfo(): there is none before a host that a URI cannot read.
    String authority = uri.getRawAuthority();
    int at = authority == null ? -1 : authority.lastIndexOf('@');
    Origin origin = Origin.of(at < 0 ? uri : withoutUser(uri, at));
    if (at >= 0) {
      values.problem(
          key, "has user information before the host; set " + values.name(SettingsKey.CLIENT_ID));
    }
    if (origin == null) {
      values.problem(key, "is no https URI with a host", ClientSettings.publicPart(text));
    } else if (uri.getPort() > LARGEST_PORT) {
      values.problem(key, "has a port beyond " + LARGEST_PORT);
    }
    if (uri.getRawFragment() != null) {
      values.problem(key, "has a fragment", ClientSettings.publicPart(text));
    }
    if (uri.getRawQuery() != null && key == SettingsKey.ISSUER) {
      values.problem(key, "has a query", ClientSettings.publicPart(text));
    }
    if (origin != null && !origin.isEncrypted() && !origin.isLoopback() && !allowHttp) {
      values.problem(
          key,
          "must be https: \""
              + ClientSettings.publicPart(text)
              + "\"; for a test, "
              + values.name(SettingsKey.ALLOW_HTTP)
              + "=true allows http");
    }
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    if (IDFY.equals(host + uri.getPath())) {
      values.notice(
          LogMessage.DEPRECATED_ENDPOINT,
          key,
          ClientSettings.publicPart(text) + " is deprecated; use " + SIGNICAT);
    }
    return uri;
  }

  /** What else is wrong with it is told as well. */
  private static URI withoutUser(URI uri, int at) {
    String host = uri.getRawAuthority().substring(at + 1);
    URI without = SettingsValues.uri(uri.getScheme() + "://" + host + "/");
    return without == null ? uri : without;
  }
}
