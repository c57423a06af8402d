package io.mpoauth2.it.quickstarts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * WildFly's quick start, which somebody has copied and works on.
 *
 * @param work where the copy is, in one reactor with the library
 */
record CopiedWildfly(Path work) {
  private static final int MINUTES = 5;

  /** Copies the project without what was built in it. */
  static CopiedWildfly to(Path work) throws IOException {
    CopiedWildfly copy = new CopiedWildfly(work);
    Path project = Quickstart.named("wildfly").directory();
    copy(Path.of("src/test/reactor"), work);
    copy(project.resolve("src"), copy.directory().resolve("src"));
    Files.copy(project.resolve("pom.xml"), copy.directory().resolve("pom.xml"));
    return copy;
  }

  Path directory() {
    return work.resolve("wildfly");
  }

  void change(String file, String what, String intoWhat) throws IOException {
    Path source = directory().resolve(file);
    String before = Files.readString(source);
    assertThat(before).contains(what);
    Files.writeString(source, before.replace(what, intoWhat));
  }

  /** {@code mvn package}, as the page says; all that it needs was downloaded for the original. */
  void build() throws IOException, InterruptedException {
    Path output = work.resolve("output");
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "--offline",
                "--batch-mode",
                "-Dmaven.repo.local=" + System.getProperty("repository"),
                "-Drevision=" + System.getProperty("library.version"),
                "-Dlibrary.classes=" + System.getProperty("library.classes"),
                "package")
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process maven = command.start();
    try {
      assertThat(maven.waitFor(MINUTES, TimeUnit.MINUTES)).as("%s", output).isTrue();
      assertThat(maven.exitValue()).as(Files.readString(output)).isZero();
    } finally {
      maven.destroyForcibly();
    }
  }

  Path packaged() {
    return directory().resolve("target/ROOT.war");
  }

  /** What the server runs when it is started. */
  Path deployed() {
    return directory().resolve("target/server/standalone/deployments/ROOT.war");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
