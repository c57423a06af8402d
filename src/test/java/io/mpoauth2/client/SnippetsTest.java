package io.mpoauth2.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds what the pages show of code to the code that runs: a block behind {@code <!-- snippet:
 * file#tag -->} is what stands in that file between {@code tag::tag[]} and {@code end::tag[]}, or
 * all of it where no tag is named. {@code -Dsnippets.write=true} writes it.
 */
class SnippetsTest {
  private static final Pattern SNIPPET =
      Pattern.compile(
          "(?s)(<!-- snippet: (?<file>[^#\\s]+)(?:#(?<tag>[\\w-]+))? -->\\n```\\w*\\n)(?<code>.*?)(```\\n)");

  /** A line that says where a part of a file begins or ends, in a page that shows all of it. */
  private static final Pattern MARK = Pattern.compile("(?m)^.*(?:tag|end)::[\\w-]+\\[].*\\n");

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"));
        Stream<Path> top = Files.list(Path.of("."))) {
      return Stream.concat(docs, top)
          .filter(path -> path.toString().endsWith(".md") && !path.toString().contains("/target/"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_snippet_is_code_that_runs(Path page) throws IOException {
    String right = SNIPPET.matcher(Files.readString(page)).replaceAll(SnippetsTest::block);
    if (Boolean.getBoolean("snippets.write")) {
      Files.writeString(page, right);
    }

    assertThat(Files.readString(page)).isEqualTo(right);
  }

  private static String block(MatchResult snippet) {
    String code = region(Path.of(snippet.group(2)), snippet.group(3));
    return Matcher.quoteReplacement(snippet.group(1) + code + snippet.group(5));
  }

  private static String region(Path file, String tag) {
    try {
      String text = Files.readString(file);
      if (tag == null) {
        return MARK.matcher(text).replaceAll("");
      }
      Matcher region =
          Pattern.compile("(?s)[^\\n]*tag::" + tag + "\\[\\][^\\n]*\\n(.*?)\\n?[^\\n]*end::" + tag)
              .matcher(text);
      assertThat(region.find()).as("%s in %s", tag, file).isTrue();
      return region.group(1).stripTrailing().stripIndent() + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
