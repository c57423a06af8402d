package org.jboss.resteasy.reactive.common.core;

/** As Quarkus REST says whether a thread may wait; here it is one whose name says so. */
public final class BlockingOperationSupport {
  /** The name of a thread that may wait. */
  public static final String WORKER = "worker";

  private BlockingOperationSupport() {}

  public static boolean isBlockingAllowed() {
    return Thread.currentThread().getName().equals(WORKER);
  }
}
