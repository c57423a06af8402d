package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.keys.Password;
import io.mpoauth2.client.endpoint.keys.PrivateKeyPem;
import io.mpoauth2.client.endpoint.keys.UnusableKeyException;
import io.mpoauth2.client.token.operation.LogMessage;
import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;

/** The private key that assertions are signed with, read again each time: it is replaced. */
final class PrivateKeySettings {
  private static final SettingsKey PASSWORD = SettingsKey.PRIVATE_KEY_PASSWORD;
  private static final SettingsKey PASSWORD_FILE = SettingsKey.PRIVATE_KEY_PASSWORD_FILE;

  private final SettingsValues values;

  PrivateKeySettings(SettingsValues values) {
    this.values = values;
  }

  /** Gives it; null after a problem was told, and where no file is named. */
  @Nullable PrivateKey read() {
    SecretSettings secret = new SecretSettings(values, PASSWORD, PASSWORD_FILE);
    Password password = secret.password();
    if (values.text(SettingsKey.PRIVATE_KEY_FILE).isEmpty()) {
      return null;
    }
    SettingsFile file = new SettingsFile(values, SettingsKey.PRIVATE_KEY_FILE);
    byte[] bytes = file.bytes();
    if (bytes == null || secret.hasProblem()) {
      return null;
    }
    try {
      PrivateKeyPem pem = PrivateKeyPem.in(bytes);
      if (pem.isEncrypted() && password.isMissing()) {
        if (!secret.isSet()) {
          file.problem(
              "has an encrypted key; set "
                  + values.name(PASSWORD)
                  + " or "
                  + values.name(PASSWORD_FILE));
        }
        return null;
      }
      if (!pem.isEncrypted() && secret.isSet()) {
        values.notice(
            LogMessage.PASSWORD_NOT_USED,
            values.verbatim(PASSWORD).isEmpty() ? PASSWORD_FILE : PASSWORD,
            "the key in " + values.name(SettingsKey.PRIVATE_KEY_FILE) + " is not encrypted");
      }
      PrivateKey key = pem.key(password);
      if (key == null) {
        values.problem(
            values.verbatim(PASSWORD).isEmpty() ? PASSWORD_FILE : PASSWORD,
            "is not the password of the key in " + values.name(SettingsKey.PRIVATE_KEY_FILE));
      }
      return key;
    } catch (UnusableKeyException e) {
      file.problem(String.valueOf(e.getMessage()));
      return null;
    }
  }
}
