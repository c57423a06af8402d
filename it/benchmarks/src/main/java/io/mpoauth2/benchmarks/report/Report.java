package io.mpoauth2.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report, in Markdown. What is there so far is in its file, should the run be ended early. */
public final class Report {
  private final Path file;
  private final StringBuilder text = new StringBuilder();

  public Report(Path file) {
    this.file = file;
    text.append("# Benchmarks\n\n");
    text.append("Java ").append(Runtime.version()).append(", ");
    text.append(Runtime.getRuntime().availableProcessors()).append(" processors. ");
    text.append("Only ratios within one run count. What each figure means is in the README.\n");
  }

  public void section(String title, String explanation, Table table) throws IOException {
    text.append("\n## ").append(title).append("\n\n");
    text.append(explanation).append("\n\n").append(table);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }

  /** Tells on another stream than the report what the machine is busy with. */
  public void progress(String what) {
    System.err.println("... " + what);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
