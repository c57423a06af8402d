package io.mpoauth2.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.mpoauth2.client.jaxrs.Challenges.Challenge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Challenges written by the grammar of RFC 9110, section 11.6.1, in any of the ways it allows, are
 * read as what they were.
 */
public final class WellFormedChallenges {
  private static final String TOKEN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~";
  private static final String TOKEN68 =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~+/";
  private static final String[] SCHEMES = {"Bearer", "bEARER", "Basic", "DPoP", "Negotiate"};
  private static final String[] NAMES = {"error", "Error", "scope", "realm", "acr_values"};
  private static final String[] VALUES = {
    "invalid_token", "insufficient_user_authentication", "use_dpop_nonce", "a, Basic b=\"c\\d\""
  };
  private static final String[] COMMAS = {",", ", ", " ,\t", ",,", " , \t, "};
  private static final String[] BLANKS = {"", "", " ", "\t", " \t "};
  private static final String[] SPACES = {" ", "  "};

  private final FuzzedDataProvider data;
  private final List<Challenge> meant = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  private WellFormedChallenges(FuzzedDataProvider data) {
    this.data = data;
  }

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    WellFormedChallenges written = new WellFormedChallenges(data);
    written.write();

    Challenges read = Challenges.in(written.lines);

    assertThat(read.all()).isEqualTo(written.meant);
    assertThat(read.scope()).isEqualTo(written.scope());
    // RFC 9110, section 5.3: header lines are the same as one with commas between.
    Challenges joined = Challenges.in(List.of(String.join(", ", written.lines)));
    assertThat(joined.all()).isEqualTo(written.meant);
    assertThat(joined.areCurable()).isEqualTo(read.areCurable());
  }

  private void write() {
    StringBuilder line = new StringBuilder();
    for (int left = data.consumeInt(0, 5); left > 0; left--) {
      line.append(data.pickValue(BLANKS));
      challenge(line);
      if (data.consumeBoolean()) {
        lines.add(line.append(data.pickValue(BLANKS)).toString());
        line.setLength(0);
      } else {
        line.append(data.pickValue(COMMAS));
      }
    }
    lines.add(line.toString());
  }

  private void challenge(StringBuilder line) {
    Map<String, String> challenge = new LinkedHashMap<>();
    String scheme = token(SCHEMES);
    meant.add(new Challenge(scheme.toLowerCase(Locale.ROOT), challenge));
    line.append(scheme);
    switch (data.consumeInt(0, 2)) {
      case 0 -> {}
      case 1 -> line.append(data.pickValue(SPACES)).append(token68());
      default -> {
        line.append(data.pickValue(SPACES));
        parameter(line, challenge);
        for (int left = data.consumeInt(0, 4); left > 0; left--) {
          line.append(data.pickValue(COMMAS));
          parameter(line, challenge);
        }
      }
    }
  }

  /** A name should come once per challenge; the first one counts. */
  private void parameter(StringBuilder line, Map<String, String> challenge) {
    String name = token(NAMES);
    line.append(name).append(data.pickValue(BLANKS)).append('=').append(data.pickValue(BLANKS));
    String value;
    if (data.consumeBoolean()) {
      value = token(NAMES);
      line.append(value);
    } else {
      value = data.consumeBoolean() ? data.pickValue(VALUES) : text();
      quoted(line, value);
    }
    challenge.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
  }

  private String token(String[] known) {
    return data.consumeBoolean() ? data.pickValue(known) : letters(TOKEN);
  }

  private String token68() {
    return letters(TOKEN68) + "=".repeat(data.consumeInt(0, 2));
  }

  private String letters(String alphabet) {
    StringBuilder letters = new StringBuilder();
    for (int left = data.consumeInt(1, 12); left > 0; left--) {
      letters.append(alphabet.charAt(data.consumeInt(0, alphabet.length() - 1)));
    }
    return letters.toString();
  }

  /** What RFC 9110, section 5.6.4 lets stand in quotes, one way or another. */
  private String text() {
    StringBuilder text = new StringBuilder();
    for (int left = data.consumeInt(0, 20); left > 0; left--) {
      char c = (char) data.consumeInt(' ', 0xff);
      text.append(c == 0x7f ? '\t' : c);
    }
    return text.toString();
  }

  private void quoted(StringBuilder line, String value) {
    boolean escapesAll = data.consumeBoolean();
    line.append('"');
    for (char c : value.toCharArray()) {
      if (escapesAll || c == '"' || c == '\\') {
        line.append('\\');
      }
      line.append(c);
    }
    line.append('"');
  }

  private String scope() {
    for (Challenge challenge : meant) {
      if (challenge.isBearer() && challenge.parameters().containsKey("scope")) {
        return challenge.parameters().get("scope");
      }
    }
    return null;
  }
}
