package io.mpoauth2.client.endpoint;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What ends calls that take too long, where nobody has given another. */
final class CallTimer {

  private CallTimer() {}

  /** Gives a timer whose thread ends a second after there is nothing to do. */
  static ScheduledExecutorService ofItsOwn() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, CallTimer::threadThatHoldsNothing);
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(1, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    return timer;
  }

  /** Neither the JVM nor the application that the caller belongs to. */
  private static Thread threadThatHoldsNothing(Runnable work) {
    Thread thread = new Thread(null, work, "mp-oauth2-client-token-request", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(CallTimer.class.getClassLoader());
    return thread;
  }
}
