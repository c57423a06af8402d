package io.mpoauth2.benchmarks.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A JVM that gets one token and says so.
 *
 * @param title its name in the report
 * @param classPath what it may load classes from
 * @param main the class to start, and its arguments behind the endpoint
 */
record ChildProgram(String title, List<Path> classPath, List<String> main) {
  ChildProgram over(List<Path> classPath) {
    return new ChildProgram(title, classPath, main);
  }

  /** Runs it until it has its token. */
  StartCost run(URI tokenEndpoint, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(options));
    command.add("-classpath");
    command.add(
        String.join(
            System.getProperty("path.separator"), classPath.stream().map(Path::toString).toList()));
    command.add(main.get(0));
    command.add(tokenEndpoint.toString());
    command.addAll(main.subList(1, main.size()));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = process.inputReader()) {
      String length = out.readLine();
      long end = System.nanoTime();
      if (length == null) {
        throw new IllegalStateException(title + " got no token");
      }
      double cpu = Double.parseDouble(out.readLine());
      process.waitFor();
      return new StartCost((end - start) / 1e6, cpu);
    }
  }
}
