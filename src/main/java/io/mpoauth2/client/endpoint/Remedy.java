package io.mpoauth2.client.endpoint;

import static java.util.stream.Collectors.joining;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.ClientSecretJwt;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an administrator should do, in sentences that begin with a small letter. In them {@code
 * {scope}} is a property of the client, {@code <scope>} something that was seen.
 */
record Remedy(List<Sentence> sentences) {
  private static final Pattern BLANK = Pattern.compile("\\{([a-z-]+)}|<([a-z]+)>");

  /** Said where it makes sense. */
  record Sentence(Predicate<Seen> where, String text) {}

  static Remedy say(String text) {
    return where(seen -> true, text);
  }

  static Remedy where(Predicate<Seen> sense, String text) {
    return new Remedy(List.of(new Sentence(sense, text)));
  }

  /** Said to clients that prove in this way who they are. */
  static Remedy by(Class<? extends ClientAuthentication> way, String text) {
    return where(seen -> way.isInstance(seen.settings().authentication()), text);
  }

  Remedy and(Remedy other) {
    return new Remedy(Stream.concat(sentences.stream(), other.sentences.stream()).toList());
  }

  /** Gives it without a full stop, to be continued or ended. */
  String toldOf(Seen seen) {
    String all =
        sentences.stream()
            .filter(sentence -> sentence.where.test(seen))
            .map(sentence -> capitalized(filled(sentence.text, seen)))
            .collect(joining(". "));
    return all.isEmpty() ? all : all.substring(0, 1).toLowerCase(Locale.ROOT) + all.substring(1);
  }

  static String capitalized(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  private static String filled(String text, Seen seen) {
    ClientSettings settings = seen.settings();
    String scope = String.join(" ", settings.scope());
    Map<String, String> values =
        Map.of(
            "client",
            "oauth2.client." + settings.client(),
            "scope",
            scope.isEmpty() ? "no scope" : scope,
            "secret",
            settings.property(secretProperty(settings.authentication())),
            "grant",
            settings.grant().type(),
            "location",
            seen.detail().isEmpty() ? "" : " to \"" + seen.detail() + '"',
            "methods",
            String.join(", ", settings.authenticationMethods()));
    return BLANK
        .matcher(text)
        .replaceAll(
            (MatchResult blank) ->
                Matcher.quoteReplacement(
                    blank.group(1) == null
                        ? values.getOrDefault(blank.group(2), blank.group())
                        : settings.property(blank.group(1))));
  }

  private static String secretProperty(ClientAuthentication way) {
    if (way instanceof ClientSecretBasic basic) {
      return basic.clientSecret().property();
    }
    if (way instanceof ClientSecretPost post) {
      return post.clientSecret().property();
    }
    return way instanceof ClientSecretJwt jwt ? jwt.clientSecret().property() : Secret.PROPERTY;
  }
}
