package io.mpoauth2.benchmarks.start;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out which jars a program takes classes from, so that none pays for the jars of another. In
 * practice all but the library's have more: those that their poms name and this program never
 * touches.
 */
final class NeededClassPath {
  private static final Pattern SOURCE = Pattern.compile(" source: (file:\\S+)");

  private NeededClassPath() {}

  static List<Path> of(ChildProgram program, URI tokenEndpoint)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("classes", ".log");
    try {
      program.run(tokenEndpoint, "-Xlog:class+load:file=" + log);
      Set<Path> used;
      try (Stream<String> lines = Files.lines(log)) {
        used =
            lines
                .map(SOURCE::matcher)
                .filter(Matcher::find)
                .map(source -> Path.of(URI.create(source.group(1))))
                .collect(Collectors.toSet());
      }
      return program.classPath().stream().filter(used::contains).toList();
    } finally {
      Files.delete(log);
    }
  }
}
