package io.mpoauth2.it.quickstarts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.it.core.runtime.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The quick start's WildFly with a configuration of its own, and a shell to administer it. */
final class RunningWildfly implements AutoCloseable {
  private static final int COMMAND_SECONDS = 60;

  private final Path work;
  private final Path home;
  private final int managementPort;
  private final ServerProcess server;

  private RunningWildfly(Path work, Path home, int managementPort, ServerProcess server) {
    this.work = work;
    this.home = home;
    this.managementPort = managementPort;
    this.server = server;
  }

  /** Starts it, in a directory that is made anew, with what the environment is to say. */
  static RunningWildfly start(Path home, Path work, Map<String, String> told) throws IOException {
    copy(home.resolve("standalone"), work.resolve("standalone"));
    int port = ServerProcess.freePort();
    int managementPort = ServerProcess.freePort();
    ProcessBuilder command =
        new ProcessBuilder(
            home.resolve("bin/standalone.sh").toString(),
            "-Djboss.server.base.dir=" + work.resolve("standalone"),
            "-Djboss.http.port=" + port,
            "-Djboss.management.http.port=" + managementPort);
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.environment().putAll(told);
    File output = new File("target", "running-wildfly.log");
    ServerProcess server =
        ServerProcess.start(command, output, URI.create("http://127.0.0.1:" + port));
    RunningWildfly running = new RunningWildfly(work, home, managementPort, server);
    running.writeCli();
    return running;
  }

  ServerProcess server() {
    return server;
  }

  Path configuration() {
    return work.resolve("standalone/configuration");
  }

  /** Runs a command in the directory of the configuration, and demands that it succeeds. */
  void run(String command) throws IOException, InterruptedException {
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", command)
            .directory(configuration().toFile())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("output").toFile());
    Map<String, String> environment = shell.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JBOSS_HOME", home.toString());
    environment.put(
        "PATH", work.resolve("bin") + ":" + home.resolve("bin") + ":" + environment.get("PATH"));
    Process process = shell.start();
    try {
      assertThat(process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)).as(command).isTrue();
      assertThat(process.exitValue()).as("%s: %s", command, output()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Gives what the last command has printed. */
  String output() throws IOException {
    return Files.readString(work.resolve("output"));
  }

  @Override
  public void close() {
    server.close();
  }

  /** An administrator's jboss-cli finds the one server of the machine; this one has a port. */
  private void writeCli() throws IOException {
    Path cli = work.resolve("bin/jboss-cli.sh");
    Files.createDirectories(cli.getParent());
    Files.writeString(
        cli,
        "#!/bin/sh\nexec \"$JBOSS_HOME/bin/jboss-cli.sh\" --controller=127.0.0.1:"
            + managementPort
            + " \"$@\"\n");
    Files.setPosixFilePermissions(cli, PosixFilePermissions.fromString("rwx------"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  /** Gives the commands of a page's sections, one after another; those that go on go on. */
  static List<String> commands(Path page, String... programs) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("    "))
        .map(String::strip)
        .filter(line -> Stream.of(programs).anyMatch(program -> line.startsWith(program + ' ')))
        .toList();
  }
}
