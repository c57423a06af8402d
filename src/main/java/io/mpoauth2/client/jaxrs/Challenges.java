package io.mpoauth2.client.jaxrs;

import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server asks for in its {@code WWW-Authenticate} headers (RFC 9110, section 11.6.1). What
 * cannot be understood is skipped up to the next comma, so that one odd challenge does not hide the
 * others.
 */
final class Challenges {
  /** What the scheme stands under, in lower case; no parameter has an empty name. */
  static final String SCHEME = "";

  /** Of a header; what stands beyond is not worth the time of a caller. */
  private static final int LONGEST = 16 * 1024;

  private final List<Map<String, String>> all = new ArrayList<>();
  private String text = "";
  private int at;

  /** Reads all challenges of all header lines. */
  Challenges(List<String> headerValues) {
    for (String value : headerValues) {
      text = value.substring(0, Math.min(value.length(), LONGEST));
      at = 0;
      read();
    }
  }

  /** Reads those of an answer. Not {@code getHeaders().get(..)}: TomEE's map is case-sensitive. */
  static Challenges of(ClientResponseContext response) {
    Map<String, List<String>> headers = response.getHeaders();
    for (String name : headers.keySet()) {
      if (name.equalsIgnoreCase(HttpHeaders.WWW_AUTHENTICATE)) {
        return new Challenges(headers.getOrDefault(name, List.of()));
      }
    }
    return new Challenges(List.of());
  }

  /** Gives each challenge's scheme and parameters, names in lower case; a token68 is left out. */
  List<Map<String, String>> all() {
    return all;
  }

  /**
   * Says whether a new token may cure a 401 with these. A missing challenge, which RFC 6750,
   * section 3 does not allow but servers practise, counts as ours; so does one that cannot be read.
   */
  boolean areCurable() {
    boolean ours = all.isEmpty();
    boolean curable = true;
    for (Map<String, String> challenge : all) {
      String error = challenge.get("error");
      if (isBearer(challenge) && "invalid_token".equals(error)) {
        return true;
      }
      ours |= isBearer(challenge);
      // RFC 9470, section 3: the user must log in again. RFC 9449, section 8: another proof.
      curable &=
          !"insufficient_user_authentication".equals(error) && !"use_dpop_nonce".equals(error);
    }
    return ours && curable;
  }

  /** Gives the scope that the API wants (RFC 6750, section 3); null where it does not say. */
  @Nullable String scope() {
    for (Map<String, String> challenge : all) {
      if (isBearer(challenge) && challenge.get("scope") != null) {
        return challenge.get("scope");
      }
    }
    return null;
  }

  private static boolean isBearer(Map<String, String> challenge) {
    return "bearer".equals(challenge.get(SCHEME));
  }

  private void read() {
    Map<String, String> current = null;
    while (skipSeparators()) {
      int start = at;
      String word = token();
      if (word.isEmpty()) {
        skipToComma();
        continue;
      }
      String value = current == null ? null : value();
      if (current != null && value != null) {
        current.putIfAbsent(word.toLowerCase(Locale.ROOT), value);
      } else {
        at = start + word.length();
        current = challenge(word);
        all.add(current);
      }
    }
  }

  /** A scheme has a space and then its first parameter or a token68 behind it, or nothing. */
  private Map<String, String> challenge(String scheme) {
    Map<String, String> challenge = new LinkedHashMap<>();
    challenge.put(SCHEME, scheme.toLowerCase(Locale.ROOT));
    int afterName = at;
    skipBlanks();
    if (at > afterName) {
      String first = token();
      String value = first.isEmpty() ? null : value();
      if (value != null) {
        challenge.put(first.toLowerCase(Locale.ROOT), value);
      } else {
        skipToComma();
      }
    } else {
      skipToComma();
    }
    return challenge;
  }

  /** Reads {@code = value}; gives null and does not say where it stopped if it is not there. */
  private @Nullable String value() {
    skipBlanks();
    if (at >= text.length() || text.charAt(at) != '=') {
      return null;
    }
    at++;
    skipBlanks();
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    String value = token();
    return value.isEmpty() ? null : value;
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    at++;
    return value.toString();
  }

  private String token() {
    int start = at;
    while (at < text.length() && isTokenCharacter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Moves to the next element of the list; false at the end. */
  private boolean skipSeparators() {
    while (at < text.length() && (isBlank(text.charAt(at)) || text.charAt(at) == ',')) {
      at++;
    }
    return at < text.length();
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  /** Skips what is left of an element; a comma inside quotes does not end it. */
  private void skipToComma() {
    while (at < text.length() && text.charAt(at) != ',') {
      if (text.charAt(at) == '"') {
        quoted();
      } else {
        at++;
      }
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** RFC 9110, section 5.6.2. */
  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
