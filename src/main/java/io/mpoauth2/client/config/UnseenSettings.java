package io.mpoauth2.client.config;

import java.util.Arrays;

/**
 * A client of which nothing at all is configured: it was forgotten, or its settings are there and
 * not to be seen on this thread, whose class loader is not the application's.
 */
final class UnseenSettings {
  private final SettingsValues values;

  UnseenSettings(SettingsValues values) {
    this.values = values;
  }

  /** Adds to the problems, if there are any, what they may come from. */
  void tell() {
    if (values.names().isEmpty()
        && Arrays.stream(SettingsKey.values())
            .filter(key -> !key.isFamily())
            .noneMatch(values::isSet)) {
      values.remark(
          "the configuration seen by this thread has none of this client's properties; if they are"
              + " set, get the provider, or build the REST client, on a thread of the application");
    }
  }
}
