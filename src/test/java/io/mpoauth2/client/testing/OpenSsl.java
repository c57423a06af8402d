package io.mpoauth2.client.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program that makes most people's keys; a test that needs it is skipped without it. */
public final class OpenSsl {
  private final Path folder;

  public OpenSsl(Path folder) {
    this.folder = folder;
  }

  public static boolean isThere() {
    try {
      return new OpenSsl(Path.of(".")).ends("version");
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs it in the folder. */
  public OpenSsl run(String arguments) throws IOException {
    if (!ends(arguments)) {
      throw new IOException("openssl " + arguments);
    }
    return this;
  }

  private boolean ends(String arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments.split(" ", -1)));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
