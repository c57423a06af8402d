package io.mpoauth2.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say about the repository itself. */
class DocumentationTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?<target>[^)\\s]+)\\)");
  private static final Pattern VERSION = Pattern.compile("<version>(?<version>[^<]+)</version>");
  private static final Pattern SHOWN_VERSION =
      Pattern.compile(
          "mp-oauth2-client(?:-sandbox)?(?:</artifactId>\\s*<version>|:)(?<version>[\\w.-]+)");

  static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(Path.of("."));
        Stream<Path> docs = Files.walk(Path.of("docs"));
        Stream<Path> templates = Files.walk(Path.of("server-config"))) {
      return Stream.of(top, docs, templates)
          .flatMap(paths -> paths)
          .filter(path -> path.toString().endsWith(".md") && !path.toString().contains("/target/"))
          .toList();
    }
  }

  static List<Path> projects() throws IOException {
    try (Stream<Path> docs = Files.find(Path.of("docs/quickstarts"), 2, DocumentationTest::isPom)) {
      return docs.toList();
    }
  }

  private static boolean isPom(Path path, BasicFileAttributes attributes) {
    return path.endsWith("pom.xml");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_link_leads_to_a_file_or_a_heading_that_is_there(Path page) throws IOException {
    Matcher links = LINK.matcher(Files.readString(page));
    while (links.find()) {
      String target = links.group("target");
      if (target.startsWith("https://")) {
        continue;
      }
      int mark = target.indexOf('#');
      String file = mark < 0 ? target : target.substring(0, mark);
      Path there = file.isEmpty() ? page : page.resolveSibling(file);
      assertThat(there).as("%s in %s", target, page).exists();
      if (mark >= 0) {
        assertThat(anchors(there)).as("%s in %s", target, page).contains(target.substring(mark));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_version_to_copy_is_this_one(Path page) throws IOException {
    String version = ownVersion();

    assertThat(SHOWN_VERSION.matcher(Files.readString(page)).results().map(found -> found.group(1)))
        .allMatch(version::equals);
  }

  @ParameterizedTest
  @MethodSource("projects")
  void a_project_to_copy_has_this_version(Path pom) throws IOException {
    assertThat(SHOWN_VERSION.matcher(Files.readString(pom)).results().map(found -> found.group(1)))
        .containsOnly(ownVersion());
  }

  /** Who types a page off must not miss a class: without its Application a server answers 404. */
  @ParameterizedTest
  @MethodSource("projects")
  void a_project_to_copy_has_each_of_its_classes_on_its_page(Path pom) throws IOException {
    String page = Files.readString(pom.resolveSibling("README.md"));

    assertThat(classes(pom.resolveSibling("src"))).allMatch(page::contains).isNotEmpty();
  }

  /** As a page's markers name them. */
  private static List<String> classes(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".java"))
          .map(file -> "<!-- snippet: " + file + " -->")
          .toList();
    }
  }

  private static String ownVersion() throws IOException {
    Matcher own = VERSION.matcher(Files.readString(Path.of("pom.xml")));
    assertThat(own.find()).isTrue();
    return own.group("version");
  }

  /** The anchors of the headings, as GitHub makes them. */
  private static List<String> anchors(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> "#" + title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
