package io.mpoauth2.client.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged at any level while it is open, but for what the fake server logs. */
public final class CapturedLog extends Handler implements AutoCloseable {
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final Logger root = Logger.getLogger("");
  private final Logger ours = Logger.getLogger("io.mpoauth2.client");
  private final Level rootsLevel = root.getLevel();

  /** Guarded by itself; not copied for each, since the long property tests log a million. */
  private final List<LogRecord> records = new ArrayList<>();

  private CapturedLog() {
    setLevel(Level.ALL);
    setFormatter(new SimpleFormatter());
    root.setLevel(Level.ALL);
    root.addHandler(this);
    ours.setLevel(Level.ALL);
  }

  public static CapturedLog start() {
    return new CapturedLog();
  }

  /** As where an administrator has set a level for us. */
  public void hearsOnly(Level level) {
    ours.setLevel(level);
  }

  /** Our warnings, one line each. */
  public List<String> warnings() {
    return published().stream()
        .filter(record -> record.getLevel().equals(Level.WARNING))
        .filter(record -> ours.getName().equals(record.getLoggerName()))
        .map(LogRecord::getMessage)
        .toList();
  }

  /** Waits until another thread has warned so often. */
  public void awaitWarnings(int number) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    synchronized (records) {
      while (warnings().size() < number && System.nanoTime() < deadline) {
        records.wait(100);
      }
    }
  }

  /** All but what HTTP engines print of the bytes they send, as it would be printed. */
  public List<String> withoutHttpEngines() {
    return published().stream()
        .filter(record -> !record.getLoggerName().startsWith("org.apache.http"))
        .map(getFormatter()::format)
        .toList();
  }

  /** All of it, with stack traces. */
  public String everything() {
    StringBuilder all = new StringBuilder();
    published().forEach(record -> all.append(getFormatter().format(record)));
    return all.toString();
  }

  private List<LogRecord> published() {
    synchronized (records) {
      return List.copyOf(records);
    }
  }

  @Override
  public void publish(LogRecord record) {
    // Of the JDK's HTTP, whose finest lines are what goes over the wire.
    if (!String.valueOf(record.getLoggerName())
        .matches("(com\\.sun\\.net\\.http|sun\\.net\\.www).*")) {
      synchronized (records) {
        records.add(record);
        records.notifyAll();
      }
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    root.setLevel(rootsLevel);
    ours.setLevel(null);
  }
}
