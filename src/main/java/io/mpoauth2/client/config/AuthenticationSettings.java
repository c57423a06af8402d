package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.Secret;

/** How the client proves who it is. */
final class AuthenticationSettings {
  private final SettingsValues values;

  AuthenticationSettings(SettingsValues values) {
    this.values = values;
  }

  ClientAuthentication read() {
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
    Secret secret =
        new SecretSettings(values, SettingsKey.CLIENT_SECRET, SettingsKey.CLIENT_SECRET_FILE)
            .required();
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
}
