package io.mpoauth2.client.cache;

import java.time.Duration;

/** Has something done later. */
@FunctionalInterface
public interface Timer {

  /**
   * Has a task run, on a thread on which it must not wait for anything.
   *
   * @param delay from now; at once if it is not positive
   * @param task what to run
   * @return takes it back if it has not begun yet
   */
  Runnable after(Duration delay, Runnable task);
}
