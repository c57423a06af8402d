package io.mpoauth2.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** What a public repository asks of a pom before it takes a release. */
class PomTest {
  private static final List<String> ELEMENTS =
      List.of(
          "groupId",
          "artifactId",
          "version",
          "name",
          "description",
          "url",
          "licenses/license/name",
          "licenses/license/url",
          "developers/developer/name",
          "scm/connection",
          "scm/developerConnection",
          "scm/url");

  /** The library, and the sandbox, which users test with. */
  static Stream<Arguments> elements() {
    return Stream.of("pom.xml", "it/sandbox/pom.xml")
        .flatMap(pom -> ELEMENTS.stream().map(element -> Arguments.of(pom, element)));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void pom_says_what_a_release_must(String file, String element) throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of(file).toFile());
    XPath path = XPathFactory.newInstance().newXPath();

    assertThat(path.evaluate("/project/" + element, pom)).isNotBlank().doesNotContain("SNAPSHOT");
  }
}
