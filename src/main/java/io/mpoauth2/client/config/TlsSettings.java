package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.keys.ClientCertificate;
import io.mpoauth2.client.endpoint.keys.KeyStoreFile;
import io.mpoauth2.client.endpoint.keys.Password;
import io.mpoauth2.client.endpoint.keys.TrustStoreFile;
import io.mpoauth2.client.endpoint.keys.UnusableKeyException;
import io.mpoauth2.client.endpoint.transport.Tls;
import io.mpoauth2.client.token.operation.LogMessage;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is shown, and who is trusted, at the token endpoint; read again for each token request. */
final class TlsSettings {
  /** An operating system's bundle of authorities has a quarter of it. */
  private static final int LARGEST = 1 << 20;

  private final SettingsValues values;

  TlsSettings(SettingsValues values) {
    this.values = values;
  }

  Tls read() {
    return new Tls(own(), trusted());
  }

  private @Nullable ClientCertificate own() {
    SettingsKey key = SettingsKey.KEY_STORE_FILE;
    SecretSettings secret =
        new SecretSettings(
            values, SettingsKey.KEY_STORE_PASSWORD, SettingsKey.KEY_STORE_PASSWORD_FILE);
    Password password = secret.password();
    String alias = values.text(SettingsKey.KEY_ALIAS);
    if (values.text(key).isEmpty()) {
      tellOfUseless(key, SettingsKey.KEY_STORE_PASSWORD);
      tellOfUseless(key, SettingsKey.KEY_STORE_PASSWORD_FILE);
      tellOfUseless(key, SettingsKey.KEY_ALIAS);
      return null;
    }
    SettingsFile file = new SettingsFile(values, key, LARGEST);
    byte[] content = file.bytes();
    if (content == null || secret.hasProblem()) {
      return null;
    }
    if (!alias.isEmpty() && !KeyStoreFile.hasAliases(content)) {
      values.idle(
          LogMessage.ALIAS_IN_PEM,
          values.name(SettingsKey.KEY_ALIAS),
          "has no effect: in PEM, which " + values.name(key) + " is, keys have no names");
    }
    try {
      ClientCertificate certificate = KeyStoreFile.read(content, password, alias);
      String invalid = certificate.invalidNow();
      if (!invalid.isEmpty()) {
        values.notice(LogMessage.CERTIFICATE_NOT_VALID, key, "the certificate " + invalid);
      }
      return certificate;
    } catch (UnusableKeyException e) {
      file.problem(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private Set<X509Certificate> trusted() {
    SettingsKey key = SettingsKey.TRUST_STORE_FILE;
    SecretSettings secret =
        new SecretSettings(
            values, SettingsKey.TRUST_STORE_PASSWORD, SettingsKey.TRUST_STORE_PASSWORD_FILE);
    Password password = secret.password();
    if (values.text(key).isEmpty()) {
      tellOfUseless(key, SettingsKey.TRUST_STORE_PASSWORD);
      tellOfUseless(key, SettingsKey.TRUST_STORE_PASSWORD_FILE);
      return Set.of();
    }
    SettingsFile file = new SettingsFile(values, key, LARGEST);
    byte[] content = file.bytes();
    if (content == null || secret.hasProblem()) {
      return Set.of();
    }
    try {
      return TrustStoreFile.read(content, password);
    } catch (UnusableKeyException e) {
      file.problem(String.valueOf(e.getMessage()));
      return Set.of();
    }
  }

  /** Somebody meant something by it, and the JVM's store, which is used, has its own settings. */
  private void tellOfUseless(SettingsKey store, SettingsKey key) {
    if (!values.text(key).isEmpty()) {
      values.idle(
          LogMessage.SETTING_NOT_USED,
          values.name(key),
          "has no effect without " + values.name(store));
    }
  }
}
