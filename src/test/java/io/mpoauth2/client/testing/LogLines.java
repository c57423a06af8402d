package io.mpoauth2.client.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged below a name, at the finest level, as it would be printed. */
public final class LogLines extends Handler implements AutoCloseable {
  private final Logger logger;
  private final Level before;
  private final boolean parentsBefore;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private LogLines(String name) {
    logger = Logger.getLogger(name);
    before = logger.getLevel();
    parentsBefore = logger.getUseParentHandlers();
    setFormatter(new SimpleFormatter());
    setLevel(Level.ALL);
    logger.setLevel(Level.ALL);
    logger.addHandler(this);
  }

  /** Captures what this library says, and keeps it off the console. */
  public static LogLines ofLibrary() {
    LogLines lines = new LogLines("io.mpoauth2.client");
    lines.logger.setUseParentHandlers(false);
    return lines;
  }

  /** Captures what everything in this JVM says. */
  public static LogLines ofEverything() {
    return new LogLines("");
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void publish(LogRecord entry) {
    lines.add(getFormatter().format(entry));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(before);
    logger.setUseParentHandlers(parentsBefore);
  }
}
