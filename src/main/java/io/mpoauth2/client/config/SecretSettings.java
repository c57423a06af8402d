package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.endpoint.keys.Password;
import io.mpoauth2.client.token.operation.LogMessage;
import java.util.regex.Pattern;

/** Where a secret comes from: a property, or a file that is read again each time. */
final class SecretSettings {
  /** Blanks around it, of any kind; and what nobody sees anywhere, such as a byte order mark. */
  private static final Pattern UNSEEN =
      Pattern.compile("\\A[\\s\\p{Z}]|[\\s\\p{Z}]\\z|[\\p{Cf}\\p{Cc}&&[^\\r\\n]]");

  private final SettingsValues values;
  private final SettingsKey key;
  private final SettingsKey fileKey;

  SecretSettings(SettingsValues values, SettingsKey key, SettingsKey fileKey) {
    this.values = values;
    this.key = key;
    this.fileKey = fileKey;
  }

  /** Gives a secret that must be there; an empty one after a problem was told. */
  Secret required() {
    if (!isSet() && !values.isSet(fileKey)) {
      values.missing(key, "; set it or " + values.name(fileKey));
    }
    return read();
  }

  /** Gives a secret that may be there; an empty one if it is not, or after a problem was told. */
  Secret read() {
    String secret = values.verbatim(key);
    boolean isInFile = !values.text(fileKey).isEmpty();
    if (!secret.isEmpty() && isInFile) {
      values.problem(key, "and " + values.name(fileKey) + " are both set; remove one");
    }
    if (secret.matches("(?s).*\\R")) {
      values.notice(
          LogMessage.LINE_BREAK_BEHIND_SECRET,
          key,
          "the secret ends with a line break, which is sent as it is");
    } else {
      tellOfUnseen(key, secret);
    }
    return secret.isEmpty() && isInFile
        ? new Secret(contents(), fileKey.property())
        : new Secret(secret, key.property());
  }

  /** Gives what a file of keys is encrypted with, and where that stands. */
  Password password() {
    boolean isInFile = values.verbatim(key).isEmpty() && !values.text(fileKey).isEmpty();
    return new Password(values.name(isInFile ? fileKey : key), read().value());
  }

  /** Says whether one of both has a value. */
  boolean isSet() {
    return !values.verbatim(key).isEmpty() || !values.text(fileKey).isEmpty();
  }

  /** Says whether a problem was told, so that nothing can be judged by what was read. */
  boolean hasProblem() {
    return values.hasProblem(key) || values.hasProblem(fileKey);
  }

  /** Editors and {@code echo} end a file with a line break that is not meant; only one goes. */
  private String contents() {
    SettingsFile file = new SettingsFile(values, fileKey);
    String text = file.text();
    if (text == null) {
      return "";
    }
    String secret = text.replaceFirst("\\r?\\n\\z", "");
    if (secret.isEmpty()) {
      file.problem("is an empty file");
    }
    tellOfUnseen(fileKey, secret);
    return secret;
  }

  /** What comes along when a secret is copied from a page or a mail. */
  private void tellOfUnseen(SettingsKey from, String secret) {
    if (UNSEEN.matcher(secret).find()) {
      values.notice(
          LogMessage.BLANKS_AROUND_SECRET,
          from,
          "the secret begins or ends with white space, or has a character that cannot be seen,"
              + " which is sent as it is");
    }
  }
}
