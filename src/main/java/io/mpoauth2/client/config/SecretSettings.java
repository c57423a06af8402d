package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.authentication.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the client secret comes from: a property, or a file that is read again each time. */
final class SecretSettings {
  private static final long LARGEST_FILE = 64 * 1024;

  private final SettingsValues values;

  SecretSettings(SettingsValues values) {
    this.values = values;
  }

  Secret read() {
    String secret = values.verbatim(SettingsKey.CLIENT_SECRET);
    String file = values.text(SettingsKey.CLIENT_SECRET_FILE);
    String fileProperty = values.name(SettingsKey.CLIENT_SECRET_FILE);
    if (!secret.isEmpty() && !file.isEmpty()) {
      values.problem(
          SettingsKey.CLIENT_SECRET, "and " + fileProperty + " are both set; remove one");
    } else if (secret.isEmpty() && file.isEmpty()) {
      if (!values.isSet(SettingsKey.CLIENT_SECRET_FILE)) {
        values.missing(SettingsKey.CLIENT_SECRET, "; set it or " + fileProperty);
      }
    }
    if (secret.matches("(?s).*\\R")) {
      values.notice(
          "line break behind secret",
          SettingsKey.CLIENT_SECRET,
          "the secret ends with a line break, which is sent as it is");
    }
    return new Secret(secret.isEmpty() && !file.isEmpty() ? contents(file) : secret);
  }

  /** Editors and {@code echo} end a file with a line break that is not meant; only one goes. */
  private String contents(String file) {
    String text;
    try {
      Path path = Path.of(file);
      if (Files.size(path) > LARGEST_FILE) {
        problem(file, "is a file of more than 64 kB");
        return "";
      }
      text = Files.readString(path);
    } catch (NoSuchFileException e) {
      problem(file, "does not exist");
      return "";
    } catch (IOException | InvalidPathException | SecurityException e) {
      problem(file, "cannot be read as UTF-8 text (" + e.getClass().getSimpleName() + ")");
      return "";
    }
    // Windows' editors begin a file with a byte order mark.
    String secret = text.replaceFirst("\\A\\uFEFF", "").replaceFirst("\\r?\\n\\z", "");
    if (secret.isEmpty()) {
      problem(file, "is an empty file");
    } else if (!secret.equals(secret.strip())) {
      values.notice(
          "white space in secret file",
          SettingsKey.CLIENT_SECRET_FILE,
          "the secret in the file begins or ends with white space, which is sent as it is");
    }
    return secret;
  }

  private void problem(String file, String what) {
    values.problem(
        SettingsKey.CLIENT_SECRET_FILE,
        isPath(file) ? '"' + file + "\" " + what : "names something that " + what);
  }

  /** Who mistakes this property for the other writes the secret here, which is not shown. */
  private static boolean isPath(String file) {
    return file.matches("/.*|[A-Za-z]:[/\\\\].*")
        || (file.matches("[\\w .@-]+([/\\\\][\\w .@-]+)+")
            && !file.matches("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).*"));
  }
}
