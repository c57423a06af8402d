package io.mpoauth2.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JVM of the server, looked at from outside with the JDK's jcmd. */
final class ServerJvm {
  private static final int PATIENCE_SECONDS = 60;
  private static final Pattern METASPACE = Pattern.compile("Metaspace +used (\\d+)K");

  private final long pid;

  private ServerJvm(long pid) {
    this.pid = pid;
  }

  /** Finds the one that Arquillian has started from this JVM. */
  static ServerJvm started() {
    List<ProcessHandle> servers =
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().command().orElse("").endsWith("java"))
            .toList();
    if (servers.size() != 1) {
      throw new IllegalStateException("not one server but " + servers);
    }
    return new ServerJvm(servers.get(0).pid());
  }

  void collectGarbage() {
    jcmd("GC.run");
  }

  /** Gives the kilobytes of metaspace that are in use. */
  int metaspace() {
    String heap = jcmd("GC.heap_info");
    Matcher metaspace = METASPACE.matcher(heap);
    if (!metaspace.find()) {
      throw new IllegalStateException("no metaspace in " + heap);
    }
    return Integer.parseInt(metaspace.group(1));
  }

  /** Says how many class loaders have defined a class of this name. */
  long loadersWith(Class<?> type) {
    // Whatever stands before the name: lines of the tree, and with the first class a word.
    return jcmd("VM.classloaders", "show-classes", "fold=false")
        .lines()
        .filter(line -> line.endsWith(' ' + type.getName()))
        .count();
  }

  /** Gives the threads that have a name with this beginning. */
  List<String> threads(String beginning) {
    return jcmd("Thread.print").lines().filter(line -> line.startsWith('"' + beginning)).toList();
  }

  private String jcmd(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(String.valueOf(pid));
    command.addAll(List.of(arguments));
    try {
      File output = File.createTempFile("jcmd", ".txt");
      try {
        Process process =
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
          process.destroyForcibly();
          throw new IllegalStateException(command + " has failed: " + text(output));
        }
        return text(output);
      } finally {
        output.delete();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(File output) throws IOException {
    return Files.readString(output.toPath());
  }
}
