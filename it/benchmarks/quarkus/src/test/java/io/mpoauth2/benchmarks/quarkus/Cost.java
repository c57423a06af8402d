package io.mpoauth2.benchmarks.quarkus;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * What each living thread of Java has used; the process' own figure moves in steps of 10 ms, and
 * has the compiler's time in it.
 */
record Cost(Map<Long, Long> cpuNanos, Map<Long, Long> bytes) {
  static Cost sofar() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] ids = threads.getAllThreadIds();
    return new Cost(
        byThread(ids, threads.getThreadCpuTime(ids)),
        byThread(ids, threads.getThreadAllocatedBytes(ids)));
  }

  double microsSince(Cost before, int calls) {
    return grown(before.cpuNanos, cpuNanos) / 1e3 / calls;
  }

  double bytesSince(Cost before, int calls) {
    return (double) grown(before.bytes, bytes) / calls;
  }

  private static Map<Long, Long> byThread(long[] ids, long[] figures) {
    Map<Long, Long> all = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      all.put(ids[i], figures[i]);
    }
    return all;
  }

  private static long grown(Map<Long, Long> before, Map<Long, Long> after) {
    return after.entrySet().stream()
        .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
        .sum();
  }
}
