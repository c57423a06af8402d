package io.mpoauth2.client.endpoint.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.RawServer;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten thousand exchanges without an answer, a hundred at a time: nothing is left of them. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ManyExchangesIT {
  private static final int EXCHANGES = 10_000;
  private static final int AT_A_TIME = 100;
  private static final long MEBIBYTE = 1 << 20;

  @Test
  void a_silent_server() throws Exception {
    try (RawServer server = RawServer.silent()) {
      assertNothingIsLeftOf(server.uri("http"), server);
    }
  }

  @Test
  void a_server_that_resets() throws Exception {
    try (RawServer server = RawServer.resets()) {
      assertNothingIsLeftOf(server.uri("http"), server);
    }
  }

  @Test
  void a_server_that_refuses() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    try (RawServer nobody = RawServer.silent()) {
      assertNothingIsLeftOf(URI.create("http://127.0.0.1:" + port + "/"), nobody);
    }
  }

  private static void assertNothingIsLeftOf(URI uri, RawServer server) throws Exception {
    // The first ones load classes.
    exchange(uri, AT_A_TIME);
    server.awaitsTheEnd();
    long heapBefore = heap();
    int threadsBefore = threadsOfOthers();

    exchange(uri, EXCHANGES);

    server.awaitsTheEnd();
    assertThat(heap() - heapBefore).isLessThan(4 * MEBIBYTE);
    while (threadsOfOthers() > threadsBefore) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static void exchange(URI uri, int times) throws Exception {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    timer.setRemoveOnCancelPolicy(true);
    ExecutorService flights = Executors.newFixedThreadPool(AT_A_TIME);
    UrlConnectionTransport transport = new UrlConnectionTransport(timer);
    HttpRequest post =
        new HttpRequest(
            uri, Map.of(), "a=b", Route.ofTheJvm(), Duration.ofMillis(200), Duration.ofMillis(200));
    List<Callable<Boolean>> exchanges = new ArrayList<>();
    for (int number = 0; number < times; number++) {
      exchanges.add(() -> isUnanswered(transport, post));
    }

    for (Future<Boolean> exchange : flights.invokeAll(exchanges)) {
      assertThat(exchange.get()).isTrue();
    }
    while (!timer.getQueue().isEmpty()) {
      // One that was cancelled while it ran is dropped when its turn comes.
      LockSupport.parkNanos(1_000_000);
    }
    timer.shutdown();
    flights.shutdown();
    assertThat(flights.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  private static boolean isUnanswered(UrlConnectionTransport transport, HttpRequest post)
      throws InterruptedException {
    try {
      transport.send(post);
      return false;
    } catch (NoAnswerException e) {
      return true;
    }
  }

  /** Not the fake's, which lingers for its next client. */
  private static int threadsOfOthers() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !thread.getName().equals("raw-server"))
            .count();
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
