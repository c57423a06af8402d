package io.mpoauth2.client.config;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A daemon thread for renewals, started on demand and gone when it has nothing to do. There is
 * another one only while the first still waits for a token endpoint: a client whose server hangs
 * does not keep the others from theirs.
 */
final class RenewalThread extends ThreadPoolExecutor implements ThreadFactory {
  private static final int IDLE_SECONDS = 10;

  RenewalThread() {
    super(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>());
    setThreadFactory(this);
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
