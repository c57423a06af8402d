package io.mpoauth2.client.config;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One daemon thread for renewals, started on demand and gone when it has nothing to do. */
final class RenewalThread extends ThreadPoolExecutor implements ThreadFactory {
  private static final int IDLE_SECONDS = 10;

  RenewalThread() {
    super(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    setThreadFactory(this);
    allowCoreThreadTimeOut(true);
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(null, work, "mp-oauth2-client-renewal", 0, false);
    thread.setDaemon(true);
    // Not the class loader of whatever request came first: it may belong to another application.
    thread.setContextClassLoader(RenewalThread.class.getClassLoader());
    return thread;
  }
}
