package io.mpoauth2.it.cxf;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.it.cxf.CxfConduitTest.Conduit;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many second requests leave nothing behind. */
@Timeout(300)
class CxfLoadTest {
  private static final int THREADS = 8;
  private static final int CALLS = 10_000;
  private static final int CLIENTS = 600;

  @ParameterizedTest
  @EnumSource
  void ten_thousand_retries(Conduit conduit) throws Exception {
    int before = clientThreads();
    try (RefusingApi api = RefusingApi.start()) {
      Client client = client(conduit, api);
      ExecutorService callers = Executors.newFixedThreadPool(THREADS);
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int own = thread;
        running.add(
            callers.submit(
                () -> {
                  WebTarget target = client.target(api.uri());
                  for (int call = 0; call < CALLS / THREADS; call++) {
                    post(target, own + "-" + call);
                  }
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
      callers.shutdown();
      client.close();
    }
    assertNothingLeft(before);
  }

  @ParameterizedTest
  @EnumSource
  void six_hundred_clients(Conduit conduit) throws IOException {
    int before = clientThreads();
    try (RefusingApi api = RefusingApi.start()) {
      long heap = 0;
      for (int number = 0; number < CLIENTS; number++) {
        Client client = client(conduit, api);
        post(client.target(api.uri()), "client-" + number);
        client.close();
        if (number == CLIENTS / 6) {
          heap = heapUsed();
        }
      }
      long most = heap + 3_000_000;
      // What a closed client had is freed when its selector thread is gone.
      Awaitility.await().until(() -> heapUsed() < most);
    }
    assertNothingLeft(before);
  }

  private static void assertNothingLeft(int before) {
    Awaitility.await()
        .until(
            () -> {
              System.gc();
              return clientThreads() <= before;
            });
  }

  private static Client client(Conduit conduit, RefusingApi api) {
    Client client = ClientBuilder.newClient().register(new BearerTokenFilter(api));
    conduit.use(client);
    return client;
  }

  private static void post(WebTarget target, String call) {
    try (Response response =
        target.request().header(RefusingApi.CALL, call).post(Entity.text("hello"))) {
      assertThat(response.getStatus()).isEqualTo(200);
      assertThat(response.readEntity(String.class)).isEqualTo("accepted");
    }
  }

  /** Those of java.net.http, of the library, and the JDK's for kept connections. */
  private static int clientThreads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(
                thread ->
                    thread.getName().startsWith("HttpClient-")
                        || thread.getName().startsWith("mp-oauth2-client"))
            .count();
  }

  private static long heapUsed() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
