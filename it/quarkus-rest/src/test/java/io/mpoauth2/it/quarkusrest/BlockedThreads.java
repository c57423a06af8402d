package io.mpoauth2.it.quarkusrest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What Vert.x says, while this is open, of threads that were held up for too long. */
final class BlockedThreads extends Handler implements AutoCloseable {
  private final Logger root = Logger.getLogger("");
  private final List<String> warnings = new CopyOnWriteArrayList<>();

  private BlockedThreads() {}

  static BlockedThreads watched() {
    BlockedThreads watched = new BlockedThreads();
    watched.root.addHandler(watched);
    return watched;
  }

  List<String> warnings() {
    return warnings;
  }

  @Override
  public void publish(LogRecord record) {
    String message = String.valueOf(record.getMessage());
    if (message.contains("has been blocked")) {
      warnings.add(message);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
