package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.token.Origin;
import java.net.URI;

/** Where tokens are asked for: the configured endpoint, or the preset of a client's name. */
final class TokenEndpointSettings {
  private static final int LARGEST_PORT = 65535;

  private final SettingsValues values;

  TokenEndpointSettings(SettingsValues values) {
    this.values = values;
  }

  /** RFC 6749, section 3.2: over TLS, without a fragment. */
  URI read(boolean allowHttp) {
    SettingsKey key = SettingsKey.TOKEN_ENDPOINT;
    String text = values.text(key);
    if (text.isEmpty()) {
      text = Presets.tokenEndpoint(values.client());
    }
    if (text.isEmpty()) {
      values.problem(key, "is missing");
      return URI.create("https://invalid");
    }
    URI uri = SettingsReader.uri(text);
    if (uri == null) {
      values.problem(key, "is no URI");
      return URI.create("https://invalid");
    }
    String shown = ClientSettings.publicPart(text);
    Origin origin = Origin.of(uri);
    if (uri.getRawUserInfo() != null) {
      values.problem(
          key, "has user information before the host; set " + values.name(SettingsKey.CLIENT_ID));
    } else if (origin == null) {
      values.problem(key, "is no https URI with a host", shown);
    } else if (uri.getPort() > LARGEST_PORT) {
      values.problem(key, "has a port beyond " + LARGEST_PORT);
    } else if (uri.getRawFragment() != null) {
      values.problem(key, "has a fragment", shown);
    } else if (!origin.isEncrypted() && !origin.isLoopback() && !allowHttp) {
      values.problem(
          key,
          "must be https: \""
              + shown
              + "\"; for a test, "
              + values.name(SettingsKey.ALLOW_HTTP)
              + "=true allows http");
    }
    String successor = Presets.successor(uri);
    if (!successor.isEmpty()) {
      values.notice("deprecated token endpoint", key, shown + " is deprecated; use " + successor);
    }
    return uri;
  }
}
