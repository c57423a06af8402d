package io.mpoauth2.client.jaxrs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Any bytes as {@code WWW-Authenticate}, each line of them a header line. */
public final class AnyChallenges {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+\\-.^_`|~0-9a-z]+");

  private AnyChallenges() {}

  public static void fuzzerTestOneInput(byte[] input) {
    List<String> lines = List.of(new String(input, ISO_8859_1).split("\n", -1));

    Challenges read = new Challenges(lines);

    assertThat(new Challenges(lines).all()).isEqualTo(read.all());
    assertNamesAreTokens(read);
    assertNoLongerThan(input.length, read);
    assertScopeIsOneThatWasSaid(read);
    assertCurableWhereNothingIsAsked(read);
    assertEmptyElementsChangeNothing(lines, read);
    assertCaseOfNamesChangesNothing(lines, read);
  }

  /** A scheme is never missing; parameters have names. */
  private static void assertNamesAreTokens(Challenges read) {
    for (Map<String, String> challenge : read.all()) {
      assertThat(challenge.get(Challenges.SCHEME)).matches(TOKEN);
      for (String name : challenge.keySet()) {
        assertThat(name.equals(Challenges.SCHEME) || TOKEN.matcher(name).matches()).isTrue();
      }
    }
  }

  /** What is kept of a header is a part of it. */
  private static void assertNoLongerThan(int length, Challenges read) {
    int kept = 0;
    for (Map<String, String> challenge : read.all()) {
      for (Map.Entry<String, String> parameter : challenge.entrySet()) {
        kept += parameter.getKey().length() + parameter.getValue().length();
      }
    }
    assertThat(kept).isLessThanOrEqualTo(length);
  }

  private static void assertScopeIsOneThatWasSaid(Challenges read) {
    Stream<String> said = read.all().stream().map(challenge -> challenge.get("scope"));
    assertThat(said.anyMatch(scope -> scope != null && scope.equals(read.scope())))
        .isEqualTo(read.scope() != null);
  }

  private static void assertCurableWhereNothingIsAsked(Challenges read) {
    assertThat(read.areCurable() || !read.all().isEmpty()).isTrue();
  }

  /** RFC 9110, section 5.6.1.2. */
  private static void assertEmptyElementsChangeNothing(List<String> lines, Challenges read) {
    List<String> padded = lines.stream().map(line -> ", \t," + line).toList();
    assertThat(new Challenges(padded).all()).isEqualTo(read.all());
  }

  /** RFC 9110, section 11.1 and 11.2. */
  private static void assertCaseOfNamesChangesNothing(List<String> lines, Challenges read) {
    List<String> upper = lines.stream().map(AnyChallenges::upperCase).toList();
    assertThat(names(new Challenges(upper))).isEqualTo(names(read));
  }

  private static List<List<String>> names(Challenges challenges) {
    return challenges.all().stream()
        .map(
            challenge ->
                Stream.concat(
                        Stream.of(challenge.get(Challenges.SCHEME)), challenge.keySet().stream())
                    .toList())
        .toList();
  }

  /** Of ASCII only: a sharp s would become two letters of a token. */
  private static String upperCase(String text) {
    StringBuilder upper = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      upper.setCharAt(i, c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
    }
    return upper.toString();
  }
}
