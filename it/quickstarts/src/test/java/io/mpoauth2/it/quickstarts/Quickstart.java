package io.mpoauth2.it.quickstarts;

import io.mpoauth2.it.core.runtime.ServerProcess;
import io.mpoauth2.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A project of {@code docs/quickstarts} that the build has packaged.
 *
 * @param directory where it is
 */
record Quickstart(Path directory) {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final URI SANDBOX_OF_THE_PAGE = URI.create("http://127.0.0.1:8099");

  static Quickstart named(String name) {
    return new Quickstart(Path.of(System.getProperty("quickstarts.directory"), name));
  }

  /** Starts it as its page says, beside other servers, and gives the answer to the page's call. */
  String order(Sandbox sandbox) throws IOException, InterruptedException {
    RunIt page = RunIt.of(directory);
    int port = ServerProcess.freePort();
    ProcessBuilder command = command(page.start(), sandbox, port);
    if (page.call().isEmpty()) {
      return printed(command);
    }
    URI base = URI.create("http://127.0.0.1:" + port);
    String path = page.call().get().getPath();
    try (ServerProcess server = ServerProcess.start(command, output(), base)) {
      server.awaitAnswerAt(path);
      return server.get(path, ANSWER);
    }
  }

  private String printed(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = command.redirectOutput(output()).start();
    try {
      if (!process.waitFor(ANSWER.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("it has not ended; what it printed is in " + output());
      }
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(output().toPath()).strip();
  }

  private ProcessBuilder command(List<String> start, Sandbox sandbox, int port) throws IOException {
    List<String> words = new ArrayList<>(start);
    words.addAll(port(port));
    if (words.get(0).startsWith("target/")) {
      words.set(0, directory.resolve(words.get(0)).toAbsolutePath().normalize().toString());
    } else {
      words.set(0, Path.of(System.getProperty("java.home"), "bin", words.get(0)).toString());
    }
    ProcessBuilder command =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectError(new File("target", directory.getFileName() + ".err"));
    Map<String, String> environment = command.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    for (String name : List.of("HTTP_PORT", "QUARKUS_HTTP_PORT", "SERVER_PORT")) {
      environment.put(name, String.valueOf(port));
    }
    for (String line : Files.readAllLines(directory.resolveSibling("sandbox.env"))) {
      String[] setting = line.split("=", 2);
      String here = sandbox.baseUri().toString();
      environment.put(setting[0], setting[1].replace(SANDBOX_OF_THE_PAGE.toString(), here));
    }
    return command;
  }

  /** Where a server does not take its port from the environment. */
  private List<String> port(int port) {
    return switch (directory.getFileName().toString()) {
      case "wildfly" -> List.of("-Djboss.http.port=" + port, "-Djboss.management.http.port=0");
      case "payara-micro" -> List.of("--port", String.valueOf(port));
      default -> List.of();
    };
  }

  private File output() {
    return new File("target", directory.getFileName() + ".log");
  }
}
