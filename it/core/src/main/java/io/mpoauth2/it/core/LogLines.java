package io.mpoauth2.it.core;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * What is logged while it is open: by the library at the finest level, by everybody else as the
 * runtime has it. All of these runtimes let {@code System.Logger} end in {@code java.util.logging}.
 */
public final class LogLines extends Handler implements AutoCloseable {
  private final Logger root = Logger.getLogger("");
  private final Logger ours = Logger.getLogger("io.mpoauth2.client");
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  private LogLines() {
    setLevel(Level.ALL);
    setFormatter(new SimpleFormatter());
    ours.setLevel(Level.ALL);
    root.addHandler(this);
  }

  /**
   * Starts to listen.
   *
   * @return the lines from now on, to be closed
   */
  public static LogLines open() {
    return new LogLines();
  }

  /**
   * Gives the library's warnings.
   *
   * @return one line each
   */
  public List<String> warnings() {
    return records.stream()
        .filter(record -> record.getLevel().equals(Level.WARNING))
        .filter(record -> ours.getName().equals(record.getLoggerName()))
        .map(LogRecord::getMessage)
        .toList();
  }

  /** All of it, with stack traces. */
  String everything() {
    StringBuilder all = new StringBuilder();
    records.forEach(record -> all.append(getFormatter().format(record)));
    return all.toString();
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    ours.setLevel(null);
  }
}
