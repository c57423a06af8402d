package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.authentication.Secret;

/** An assertion that somebody else makes, renews, and may not have written yet. */
final class AssertionFileSettings {
  private final SettingsValues values;

  AssertionFileSettings(SettingsValues values) {
    this.values = values;
  }

  /** Gives what is there now; an empty one after a problem was told, and where none is needed. */
  Secret read(ReadFor purpose) {
    SettingsFile file = new SettingsFile(values, SettingsKey.CLIENT_ASSERTION_FILE);
    boolean isNamed = !values.text(SettingsKey.CLIENT_ASSERTION_FILE).isEmpty();
    if (!isNamed || purpose == ReadFor.CHECK) {
      return new Secret("");
    }
    String text = file.text();
    if (text == null) {
      return new Secret("");
    }
    String assertion = text.strip();
    if (assertion.isEmpty()) {
      file.problem("is an empty file");
    } else if (!assertion.matches("[A-Za-z0-9._~+/=-]+")) {
      // Some write JSON around it.
      file.problem("has something that is no assertion alone, such as a JWT");
    }
    return new Secret(assertion);
  }
}
