package io.mpoauth2.client.jaxrs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.mpoauth2.client.jaxrs.Challenges.Challenge;
import io.mpoauth2.fuzzing.InTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Any bytes as {@code WWW-Authenticate}, each line of them a header line. */
public final class AnyChallenges {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+\\-.^_`|~0-9a-z]+");

  private AnyChallenges() {}

  public static void fuzzerTestOneInput(byte[] input) {
    List<String> lines = List.of(new String(input, ISO_8859_1).split("\n", -1));

    InTime.ofAnyAnswer(() -> copeWith(lines, input.length));
  }

  private static void copeWith(List<String> lines, int length) {
    Challenges read = Challenges.in(lines);

    hold(Challenges.in(lines).all().equals(read.all()), "the same twice");
    hold(namesAreTokens(read), "names are tokens");
    hold(kept(read) <= length, "nothing is longer than what was sent");
    hold(scopeIsOneThatWasSaid(read), "the scope is one that was said");
    hold(read.areCurable() || !read.all().isEmpty(), "where nothing is asked, it is curable");
    hold(emptyElementsChangeNothing(lines, read), "empty elements change nothing");
    hold(caseOfNamesChangesNothing(lines, read), "the case of names changes nothing");
  }

  /** Not an assertion library: ten million times that would take longer than the parser. */
  private static void hold(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError("does not hold: " + what);
    }
  }

  /** A scheme is never missing; parameters have names. */
  private static boolean namesAreTokens(Challenges read) {
    for (Challenge challenge : read.all()) {
      if (!TOKEN.matcher(challenge.scheme()).matches()) {
        return false;
      }
      for (String name : challenge.parameters().keySet()) {
        if (!TOKEN.matcher(name).matches()) {
          return false;
        }
      }
    }
    return true;
  }

  /** What is kept of a header is a part of it. */
  private static int kept(Challenges read) {
    int kept = 0;
    for (Challenge challenge : read.all()) {
      kept += challenge.scheme().length();
      for (Map.Entry<String, String> parameter : challenge.parameters().entrySet()) {
        kept += parameter.getKey().length() + parameter.getValue().length();
      }
    }
    return kept;
  }

  private static boolean scopeIsOneThatWasSaid(Challenges read) {
    String scope = read.scope();
    if (scope == null) {
      return true;
    }
    for (Challenge challenge : read.all()) {
      if (scope.equals(challenge.parameters().get("scope"))) {
        return true;
      }
    }
    return false;
  }

  /** RFC 9110, section 5.6.1.2. */
  private static boolean emptyElementsChangeNothing(List<String> lines, Challenges read) {
    List<String> padded = new ArrayList<>();
    for (String line : lines) {
      padded.add(", \t," + line);
    }
    return Challenges.in(padded).all().equals(read.all());
  }

  /** RFC 9110, section 11.1 and 11.2. */
  private static boolean caseOfNamesChangesNothing(List<String> lines, Challenges read) {
    List<String> upper = new ArrayList<>();
    for (String line : lines) {
      upper.add(upperCase(line));
    }
    return names(Challenges.in(upper)).equals(names(read));
  }

  private static List<List<String>> names(Challenges challenges) {
    List<List<String>> names = new ArrayList<>();
    for (Challenge challenge : challenges.all()) {
      List<String> ofOne = new ArrayList<>(challenge.parameters().keySet());
      ofOne.add(challenge.scheme());
      names.add(ofOne);
    }
    return names;
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
