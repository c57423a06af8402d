package io.mpoauth2.authorizationservers;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the library warns of while it is open. */
final class LibraryLog extends Handler {
  /** Held, because the JDK's log manager would forget it together with this handler. */
  private final Logger logger = Logger.getLogger("io.mpoauth2.client");

  private final List<String> warnings = new CopyOnWriteArrayList<>();

  LibraryLog() {
    logger.addHandler(this);
  }

  List<String> warnings() {
    return warnings;
  }

  @Override
  public void publish(LogRecord message) {
    if (message.getLevel().intValue() >= Level.WARNING.intValue()) {
      warnings.add(message.getMessage());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
