package io.mpoauth2.client.config;

import static io.mpoauth2.client.config.SettingsKey.ASSERTION_AUDIENCE;
import static io.mpoauth2.client.config.SettingsKey.ASSERTION_CLAIMS;
import static io.mpoauth2.client.config.SettingsKey.ASSERTION_LIFETIME;
import static io.mpoauth2.client.config.SettingsKey.ASSERTION_SUBJECT;
import static io.mpoauth2.client.config.SettingsKey.CERTIFICATE_FILE;
import static io.mpoauth2.client.config.SettingsKey.CLIENT_ASSERTION_FILE;
import static io.mpoauth2.client.config.SettingsKey.CLIENT_ASSERTION_TYPE;
import static io.mpoauth2.client.config.SettingsKey.CLIENT_SECRET;
import static io.mpoauth2.client.config.SettingsKey.CLIENT_SECRET_FILE;
import static io.mpoauth2.client.config.SettingsKey.KEY_ID;
import static io.mpoauth2.client.config.SettingsKey.PRIVATE_KEY_FILE;
import static io.mpoauth2.client.config.SettingsKey.PRIVATE_KEY_PASSWORD;
import static io.mpoauth2.client.config.SettingsKey.PRIVATE_KEY_PASSWORD_FILE;
import static io.mpoauth2.client.config.SettingsKey.SIGNATURE_ALGORITHM;

import io.mpoauth2.client.token.operation.LogMessage;
import java.util.EnumSet;
import java.util.Set;

/** Settings of another way to authenticate than the one that is set: mostly somebody forgot it. */
final class UnusedSettings {
  private final SettingsValues values;

  UnusedSettings(SettingsValues values) {
    this.values = values;
  }

  /** Puts a notice beside each. */
  void tell(String way, boolean isGrantSigned) {
    Set<SettingsKey> unused = EnumSet.noneOf(SettingsKey.class);
    boolean isFinished = way.equals("private_key_jwt") && values.isSet(CLIENT_ASSERTION_FILE);
    boolean isSigned = isGrantSigned || (way.endsWith("_jwt") && !isFinished);
    if (!way.startsWith("client_secret")) {
      unused.addAll(Set.of(CLIENT_SECRET, CLIENT_SECRET_FILE));
    }
    if (!way.endsWith("_jwt")) {
      unused.add(CLIENT_ASSERTION_TYPE);
    }
    boolean isKeyUsed = isGrantSigned || way.equals("private_key_jwt");
    if (!way.equals("private_key_jwt")) {
      unused.add(CLIENT_ASSERTION_FILE);
    }
    if (!isKeyUsed) {
      unused.add(PRIVATE_KEY_FILE);
    }
    if (!isKeyUsed || (isFinished && !isGrantSigned)) {
      unused.addAll(Set.of(PRIVATE_KEY_PASSWORD, PRIVATE_KEY_PASSWORD_FILE, CERTIFICATE_FILE));
    }
    if (!isSigned) {
      unused.addAll(Set.of(KEY_ID, SIGNATURE_ALGORITHM));
      unused.addAll(Set.of(ASSERTION_AUDIENCE, ASSERTION_LIFETIME, ASSERTION_SUBJECT));
      unused.add(ASSERTION_CLAIMS);
    }
    String reason =
        isFinished
            ? values.name(CLIENT_ASSERTION_FILE)
            : values.name(SettingsKey.CLIENT_AUTHENTICATION) + "=" + way;
    unused.stream()
        .filter(this::hasValue)
        .forEach(
            key ->
                values.idle(
                    LogMessage.SETTING_NOT_USED, values.name(key), "has no effect with " + reason));
  }

  /** Whatever is set is to have a value, though it has no effect. */
  private boolean hasValue(SettingsKey key) {
    return key.isFamily()
        ? !values.members(key).isEmpty()
        : !values.verbatim(key).isBlank() && !values.text(key).equals(key.defaultValue());
  }
}
