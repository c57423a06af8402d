package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the client secret comes from: a property, or a file that is read again each time. */
final class SecretSettings {
  private static final long LARGEST_FILE = 64 * 1024;

  private final SettingsValues values;
  private final Map<String, String> notices;

  SecretSettings(SettingsValues values, Map<String, String> notices) {
    this.values = values;
    this.notices = notices;
  }

  Secret read() {
    Optional<String> secret = values.verbatim(SettingsKey.CLIENT_SECRET);
    Optional<String> file = values.text(SettingsKey.CLIENT_SECRET_FILE);
    if (secret.isPresent() && file.isPresent()) {
      values.problem(
          SettingsKey.CLIENT_SECRET,
          "and " + values.name(SettingsKey.CLIENT_SECRET_FILE) + " are both set; remove one");
    } else if (secret.isEmpty() && file.isEmpty()) {
      values.problem(
          SettingsKey.CLIENT_SECRET,
          "is missing; set it or " + values.name(SettingsKey.CLIENT_SECRET_FILE));
    }
    return Secret.of(secret.or(() -> file.map(this::contents)).orElse(""));
  }

  /** Editors and {@code echo} end a file with a line break that is not meant; only one goes. */
  private String contents(String file) {
    String text;
    try {
      Path path = Path.of(file);
      if (Files.size(path) > LARGEST_FILE) {
        values.problem(SettingsKey.CLIENT_SECRET_FILE, "names a file of more than 64 kB: " + file);
        return "";
      }
      text = Files.readString(path);
    } catch (IOException | InvalidPathException | SecurityException e) {
      values.problem(
          SettingsKey.CLIENT_SECRET_FILE,
          "names a file that cannot be read as UTF-8 text ("
              + e.getClass().getSimpleName()
              + "): "
              + file);
      return "";
    }
    String secret = text.replaceFirst("\\r?\\n\\z", "");
    if (secret.isEmpty()) {
      values.problem(SettingsKey.CLIENT_SECRET_FILE, "names an empty file: " + file);
    } else if (!secret.equals(secret.strip())) {
      notices.put(
          "white space in secret file",
          values.name(SettingsKey.CLIENT_SECRET_FILE)
              + ": the secret in the file begins or ends with white space, which is sent as it is");
    }
    return secret;
  }
}
