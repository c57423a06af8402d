package io.mpoauth2.client.endpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Somebody else's words, made fit for a message: short, on one line, without our secrets. */
final class Excerpt {
  private static final int LONGEST = 200;

  /** Longer than words are; also cuts URLs short, which costs less than a token in a log. */
  private static final String LIKE_A_TOKEN = "[A-Za-z0-9._~+/=-]{16,}";

  /** The longest first: hiding a shorter one inside it would leave its rest to be seen. */
  private final List<String> secrets = new ArrayList<>();

  Excerpt(Collection<String> secrets) {
    for (String secret : secrets) {
      if (secret.isBlank()) {
        continue;
      }
      int at = 0;
      while (at < this.secrets.size() && this.secrets.get(at).length() >= secret.length()) {
        at++;
      }
      this.secrets.add(at, secret);
    }
  }

  String of(String text) {
    return shortened(withoutSecrets(text));
  }

  String withoutSecrets(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, "(hidden)");
    }
    return clean;
  }

  private static String shortened(String text) {
    String clean = text;
    // Bounded first: what follows is done per character.
    boolean cut = clean.length() > LONGEST;
    clean = cut ? clean.substring(0, LONGEST) : clean;
    clean = clean.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\s]+", " ").strip();
    return cut ? clean + " (cut)" : clean;
  }

  /** A body is shown only if it cannot hold a token: an answer cut off in the middle may. */
  String ofBody(String body) {
    if (body.isBlank()) {
      return "";
    }
    // A NUL at every other place tells of UTF-16, in which neither word nor token would be found.
    String text = body.replace("\0", "");
    return text.toLowerCase(Locale.ROOT).contains("token")
        ? "; the body's " + body.length() + " characters are not shown, a token may be in them"
        : "; the body begins: \""
            + shortened(withoutSecrets(text).replaceAll(LIKE_A_TOKEN, "(hidden)"))
            + '"';
  }
}
