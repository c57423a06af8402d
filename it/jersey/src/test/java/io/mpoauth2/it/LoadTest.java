package io.mpoauth2.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many second requests, and many clients, leave nothing behind. */
@Tag("load")
@Timeout(300)
class LoadTest {
  private static final int THREADS = 8;
  private static final int CALLS = 10_000;
  private static final int WARM_UP = 800;
  private static final int CLIENTS = 600;
  private static final int BODY = 1_000;
  private static final long FLAT_BYTES = 5_000_000;

  @ParameterizedTest
  @EnumSource
  void ten_thousand_retries(Transport transport) throws Exception {
    try (WireApi api = new WireApi()) {
      RefusingOnce refusing = refusing(transport, api);
      Client client = client(transport);
      call(transport, client, api, "warm-up", WARM_UP);
      int threads = threads();
      int connections = api.openConnections();
      long heap = heap();

      call(transport, client, api, "call", CALLS);

      assertThat(refusing.cut()).isEmpty();
      assertThat(api.openConnections()).isLessThanOrEqualTo(connections + THREADS);
      await(() -> assertThat(heap()).isLessThan(heap + FLAT_BYTES));
      await(() -> assertThat(threads()).isLessThanOrEqualTo(threads + THREADS));
      client.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void six_hundred_clients(Transport transport) throws IOException {
    int threads = threads();
    try (WireApi api = new WireApi()) {
      refusing(transport, api);
      open(transport, api, "warm-up", CLIENTS / 6);
      await(() -> assertThat(threads()).isLessThanOrEqualTo(threads + THREADS));
      long heap = heap();

      open(transport, api, "client", CLIENTS);

      await(() -> assertThat(heap()).isLessThan(heap + FLAT_BYTES));
      await(() -> assertThat(threads()).isLessThanOrEqualTo(threads + THREADS));
    }
  }

  private static RefusingOnce refusing(Transport transport, WireApi api) {
    RefusingOnce refusing = new RefusingOnce(api, false, transport.takesSecondBodies() ? BODY : 0);
    api.answerWith(refusing);
    return refusing;
  }

  private static Client client(Transport transport) {
    return transport.newClient().register(new BearerTokenFilter(new NumberedTokens()));
  }

  private static void open(Transport transport, WireApi api, String name, int clients) {
    for (int number = 0; number < clients; number++) {
      Client client = client(transport);
      call(transport, client, api, name + "-" + number);
      client.close();
    }
  }

  private static void call(Transport transport, Client client, WireApi api, String name, int calls)
      throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      String own = name + "-" + thread + "-";
      running.add(
          callers.submit(
              () -> {
                for (int call = 0; call < calls / THREADS; call++) {
                  call(transport, client, api, own + call);
                }
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
    callers.shutdown();
  }

  private static void call(Transport transport, Client client, WireApi api, String name) {
    Invocation.Builder request = client.target(api.uri()).request().header(RefusingOnce.CALL, name);
    try (Response response =
        transport.takesSecondBodies()
            ? request.post(Entity.text("x".repeat(BODY)))
            : request.get()) {
      assertThat(response.getStatus()).isEqualTo(200);
      assertThat(response.readEntity(String.class)).isEqualTo(WireApi.ACCEPTED);
    }
  }

  private static void await(Runnable holds) {
    Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(holds::run);
  }

  /** All but the API's. */
  private static int threads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !thread.getName().equals("wire-api"))
            .count();
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
