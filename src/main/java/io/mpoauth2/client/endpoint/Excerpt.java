package io.mpoauth2.client.endpoint;

import java.util.Locale;
import java.util.Set;

/** Somebody else's words, made fit for a message: short, on one line, without our secrets. */
final class Excerpt {
  private static final int LONGEST = 200;

  private final Set<String> secrets;

  Excerpt(Set<String> secrets) {
    this.secrets = secrets;
  }

  String of(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = secret.isBlank() ? clean : clean.replace(secret, "(hidden)");
    }
    // Bounded first: what follows is done per character.
    boolean cut = clean.length() > LONGEST;
    clean = cut ? clean.substring(0, LONGEST) : clean;
    clean = clean.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\s]+", " ").strip();
    return cut ? clean + " (cut)" : clean;
  }

  /** A body is shown only if it cannot hold a token: an answer cut off in the middle may. */
  String ofBody(String text) {
    if (text.isBlank()) {
      return "";
    }
    return text.toLowerCase(Locale.ROOT).contains("token")
        ? "; its " + text.length() + " characters are not shown because a token may be in them"
        : "; it begins: \"" + of(text) + "\"";
  }
}
