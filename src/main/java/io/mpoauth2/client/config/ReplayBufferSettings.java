package io.mpoauth2.client.config;

/** How large a request body may be that is kept for the retry. */
final class ReplayBufferSettings {
  private static final long LARGEST = 1L << 30;

  private final SettingsValues values;

  ReplayBufferSettings(SettingsValues values) {
    this.values = values;
  }

  /** Gives bytes, as which they are configured, or with K or M. */
  int read() {
    SettingsKey key = SettingsKey.REPLAY_BUFFER;
    String text = values.text(key);
    if (!text.matches("\\d{1,10}[kKmM]?")) {
      values.problem(key, "is no number of bytes such as 65536, 64K or 1M", text);
      return 0;
    }
    char unit = Character.toUpperCase(text.charAt(text.length() - 1));
    String digits = text.replaceAll("\\D", "");
    long bytes = Long.parseLong(digits) * (unit == 'M' ? 1 << 20 : unit == 'K' ? 1 << 10 : 1);
    if (bytes > LARGEST) {
      values.problem(key, "must be 1024M at most", text);
      return 0;
    }
    return (int) bytes;
  }
}
