package io.mpoauth2.client.jaxrs.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.testing.NumberedTokens;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.sse.SseEventSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** RESTEasy ends a stream of events by the answer that its transport gave it, and by no other. */
@Timeout(60)
class ResteasyEventsTest {
  private static final String EVENTS = "text/event-stream";
  private static final String EVENT = "data: event\n\n";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
  private volatile String accepted = "Bearer token-2";
  private Client client;
  private HttpServer api;

  @BeforeEach
  void open() throws IOException {
    client = ClientBuilder.newClient().register(new BearerTokenFilter(new NumberedTokens()));
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.setExecutor(threads);
    api.createContext("/", this::answer);
    api.start();
  }

  @AfterEach
  void close() {
    over.countDown();
    client.close();
    api.stop(0);
    threads.shutdownNow();
  }

  @Test
  void source_of_events_that_was_refused_is_told_so_and_the_next_one_can_be_closed()
      throws Exception {
    try (SseEventSource refused = opened()) {
      assertThat(next()).isInstanceOf(NotAuthorizedException.class);
      assertThat(refused.close(10, TimeUnit.SECONDS)).isTrue();
    }

    try (SseEventSource source = opened()) {
      assertThat(next()).isEqualTo("event");
      assertThat(source.close(10, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(tokens).containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void stream_of_events_that_the_caller_reads_is_asked_for_again() throws IOException {
    byte[] event = new byte[EVENT.length()];
    try (InputStream events = client.target(uri()).request(EVENTS).get(InputStream.class)) {
      assertThat(events.readNBytes(event, 0, event.length)).isEqualTo(event.length);
      over.countDown();
    }

    assertThat(tokens).containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void call_that_a_consumer_of_events_makes_is_sent_again() throws Exception {
    accepted = "Bearer token-1";
    try (SseEventSource source = SseEventSource.target(client.target(uri())).build()) {
      source.register(
          event -> {
            accepted = "Bearer token-2";
            over.countDown();
            seen.add(client.target(uri()).request().get(String.class));
          });
      source.open();

      assertThat(next()).isEqualTo(EVENT);
    }
  }

  private SseEventSource opened() {
    SseEventSource source = SseEventSource.target(client.target(uri())).build();
    source.register(event -> seen.add(event.readData()), seen::add);
    source.open();
    return source;
  }

  private String uri() {
    return "http://localhost:" + api.getAddress().getPort();
  }

  private Object next() throws InterruptedException {
    return seen.poll(10, TimeUnit.SECONDS);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      tokens.add(token);
      if (!token.equals(accepted)) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      exchange.getResponseHeaders().add("Content-Type", EVENTS);
      exchange.sendResponseHeaders(200, 0);
      OutputStream body = exchange.getResponseBody();
      body.write(EVENT.getBytes(US_ASCII));
      body.flush();
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
