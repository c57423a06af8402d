package io.mpoauth2.client.endpoint.transport;

import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.ANSWERED_IN_TIME;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.CONNECTED_IN_TIME;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.UNDERSTOOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.testing.FakeProxy;
import io.mpoauth2.client.testing.FixedProxies;
import io.mpoauth2.client.testing.RawServer;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of answers by RFC 9112, of others, and of none. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UrlConnectionTransportTest {
  private static final int MEBIBYTE = 1 << 20;
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
  private final UrlConnectionTransport transport = new UrlConnectionTransport(timer);

  @AfterEach
  void close() {
    timer.shutdownNow();
  }

  @Test
  void a_body_of_known_length_ends_there_whether_or_not_the_server_hangs_up() throws Exception {
    try (RawServer server =
        RawServer.answersAndStays("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more")) {
      HttpAnswer answer = ask(server);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("hello");
      server.awaitsTheEnd();
    }
  }

  @Test
  void a_connection_is_not_kept_even_if_the_server_would() throws Exception {
    try (RawServer server =
        RawServer.answersAndStays(
            "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nKeep-Alive: timeout=60\r\n"
                + "Content-Length: 2\r\n\r\n{}")) {
      ask(server);
      server.awaitsTheEnd();
      ask(server);

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_body_of_unknown_length_ends_with_the_connection() throws Exception {
    assertThat(read("HTTP/1.1 200 OK\r\n\r\nh\u00c3\u00a9llo").body()).isEqualTo("h\u00e9llo");
  }

  @Test
  void a_body_in_chunks_is_put_together() throws Exception {
    HttpAnswer answer =
        read(
            """
            HTTP/1.1 200 OK
            transfer-encoding: Chunked
            Content-Length: 1

            5
            hello
            C;name="value"
            , my friends
            0
            Trailer: x

            """
                .replace("\n", "\r\n"));

    assertThat(answer.body()).isEqualTo("hello, my friends");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void some_answers_have_no_body_whatever_they_say(int status) throws Exception {
    assertThat(read("HTTP/1.1 " + status + " x\r\nContent-Length: 5\r\n\r\n").body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 403, 404, 407, 410, 500, 503})
  void an_empty_answer_is_one(int status) throws Exception {
    HttpAnswer answer =
        read("HTTP/1.1 " + status + " x\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("retry-after")).isEqualTo("7");
    assertThat(answer.header("Location")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 403, 404, 407, 410, 500, 503})
  void the_answer_to_a_failure_is_read_like_any_other(int status) throws Exception {
    assertThat(read("HTTP/1.1 " + status + "\r\n\r\n{}"))
        .isEqualTo(new HttpAnswer(status, Map.of("null", "HTTP/1.1 " + status), "{}"));
    assertThat(read("HTTP/1.1 " + status + " x\r\nContent-Length: 2\r\n\r\n{}").body())
        .isEqualTo("{}");
  }

  @Test
  void interim_answers_are_passed_over() throws Exception {
    HttpAnswer answer =
        read(
            """
            HTTP/1.1 100 Continue
            Retry-After: 7

            HTTP/1.1 429 Slow down
            Content-Length: 0

            """
                .replace("\n", "\r\n"));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "220 mail.example ready\r\n\r\n",
        "HTTP/2 200 OK\r\n\r\n",
        "HTTP/1.1 2xx OK\r\n\r\n",
        "HTTP/1.1-200 OK\r\n\r\n",
        "\r\n\r\n",
        "",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell",
        "HTTP/1.1 400 x\r\nContent-Length: 5\r\n\r\nhell",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello",
        "HTTP/1.1 400 x\r\nTransfer-Encoding: chunked\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhell",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
      })
  void nonsense_and_broken_off_answers_are_refused_and_not_quoted(String answer) throws Exception {
    NoAnswerException none = readsNothing(answer);

    assertThat(none.missing()).isEqualTo(UNDERSTOOD);
    assertThat(none).hasNoCause();
    assertThat(none.detail()).doesNotContain("hell", "mail", "2xx").matches("[ -~]{1,100}");
  }

  @Test
  void a_mebibyte_is_taken() throws Exception {
    String body = "x".repeat(MEBIBYTE);

    assertThat(read("HTTP/1.1 200 OK\r\n\r\n" + body).body()).hasSize(MEBIBYTE);
    assertThat(read("HTTP/1.1 400 x\r\nContent-Length: 1048576\r\n\r\n" + body).body())
        .hasSize(MEBIBYTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Content-Length: 1048577\r\n", "Content-Length: 99999999999999\r\n"})
  void a_byte_more_is_not(String header) throws Exception {
    String answer = "HTTP/1.1 200 OK\r\n" + header + "\r\n" + "x".repeat(MEBIBYTE + 1);

    assertThat(readsNothing(answer).detail()).isEqualTo("the answer is larger than 1048576 B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\n|X: y\r\n",
        "HTTP/1.1 200 OK\r\n\r\n|x",
        "HTTP/1.1 400 x\r\nTransfer-Encoding: chunked\r\n\r\n|1\r\nx\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n|HTTP/1.1 100 Continue\r\n\r\n",
      })
  void what_never_ends_is_given_up(String answer) throws Exception {
    int beginning = answer.indexOf('|');

    try (RawServer server =
        RawServer.floods(answer.substring(0, beginning), answer.substring(beginning + 1))) {
      assertThat(catchThrowableOfType(NoAnswerException.class, () -> ask(server))).hasNoCause();
      server.awaitsTheEnd();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 ",
        "HTTP/1.1 200 OK\r\nX-Slow: ",
        "HTTP/1.1 400 x\r\nX-Slow: ",
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 400 x\r\nConnection: close\r\nContent-Length: 9999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9999\r\n"
      })
  void a_drip_ends_at_the_deadline_wherever_it_is(String beginning) throws Exception {
    try (RawServer server = RawServer.drips(beginning)) {
      for (int times = 1; times <= 2; times++) {
        assertThat(failure(post(server.uri("http"), LONG, SHORT)).missing())
            .isEqualTo(ANSWERED_IN_TIME);
        server.awaitsTheEnd();
        assertThat(server.connections()).isEqualTo(times);
      }
    }
  }

  @Test
  void a_handshake_that_drips_ends_at_the_connect_timeout() throws Exception {
    // The head of a record, and of a message as long as it.
    try (RawServer server = RawServer.drips("\u0016\u0003\u0003>\u0080\u0002\0>|")) {
      assertThat(failure(post(server.uri("https"), SHORT, LONG)).missing())
          .isEqualTo(CONNECTED_IN_TIME);
      server.awaitsTheEnd();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void a_tunnel_that_drips_ends_at_the_connect_timeout_however_often_it_is_asked_for()
      throws Exception {
    try (FakeProxy proxy = FakeProxy.dripping();
        FixedProxies proxies = FixedProxies.are(FixedProxies.at(Proxy.Type.HTTP, proxy.port()))) {
      for (int times = 0; times < 3; times++) {
        HttpRequest post = post(URI.create("https://login.invalid/token"), SHORT, LONG);

        assertThat(failure(post).missing()).isEqualTo(CONNECTED_IN_TIME);
        while (proxy.open() > 0) {
          LockSupport.parkNanos(1_000_000);
        }
      }
      assertThat(proxies.failed()).hasSize(3);
    }
  }

  @Test
  void a_silent_server_is_given_up_at_the_deadline_and_asked_once() throws Exception {
    try (RawServer server = RawServer.silent()) {
      assertThat(failure(post(server.uri("http"), LONG, SHORT)).missing())
          .isEqualTo(ANSWERED_IN_TIME);
      server.awaitsTheEnd();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void who_hangs_up_without_an_answer_is_asked_once_at_a_time_from_then_on() throws Exception {
    try (RawServer server = RawServer.resets()) {
      failure(post(server.uri("http"), LONG, LONG));
      int connections = server.connections();

      for (int times = 1; times <= 3; times++) {
        assertThat(failure(post(server.uri("http"), LONG, LONG)).missing()).isEqualTo(UNDERSTOOD);
        assertThat(server.connections()).isEqualTo(connections + times);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 403, 404, 407, 410, 500, 503})
  void the_first_answer_after_none_is_read_like_any_other(int status) throws Exception {
    String answer = "HTTP/1.1 " + status + " x\r\nContent-Length: 2\r\n\r\n{}";
    try (RawServer server = RawServer.hangsUpBefore(2, answer)) {
      failure(post(server.uri("http"), LONG, LONG));

      HttpAnswer read = ask(server);

      assertThat(read.status()).isEqualTo(status);
      assertThat(read.body()).isEqualTo("{}");
      // The JDK keeps the body of these to itself, unless it may send again.
      boolean isKept = status == 401 || status == 407;
      assertThat(server.connections()).isEqualTo(2 + (isKept ? 2 : 1));
    }
  }

  @Test
  void who_answers_again_is_asked_as_before() throws Exception {
    try (RawServer server = RawServer.hangsUpBefore(2, "HTTP/1.1 401 x\r\n\r\n{}")) {
      failure(post(server.uri("http"), LONG, LONG));
      ask(server);
      int connections = server.connections();

      ask(server);

      assertThat(server.connections()).isEqualTo(connections + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void an_interrupt_ends_a_request_long_before_its_deadline(String scheme) throws Exception {
    try (RawServer server = RawServer.silent()) {
      assertThat(interruptedWhileItAsks(server, scheme)).isInstanceOf(InterruptedException.class);
      server.awaitsTheEnd();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 1000000", "Transfer-Encoding: chunked", "X-Length: ?"})
  void an_interrupt_ends_a_dripping_body_long_before_its_deadline(String length) throws Exception {
    try (RawServer server = RawServer.drips("HTTP/1.1 200 OK\r\n" + length + "\r\n\r\n10000\r\n")) {
      assertThat(interruptedWhileItAsks(server, "http")).isInstanceOf(InterruptedException.class);
      server.awaitsTheEnd();
    }
  }

  @Test
  void a_thread_that_is_interrupted_sends_nothing() throws Exception {
    try (RawServer server = RawServer.silent()) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> ask(server)).isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isFalse();
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void nothing_waits_on_the_timer_behind_a_request() throws Exception {
    timer.setRemoveOnCancelPolicy(true);

    read("HTTP/1.1 200 OK\r\n\r\n");

    assertThat(timer.getQueue()).isEmpty();
  }

  @Test
  void neither_request_nor_answer_shows_what_is_in_it() throws Exception {
    HttpRequest post =
        new HttpRequest(
            URI.create("https://login.example/token?key=k3y"),
            Map.of("Authorization", "s3cr3t"),
            "client_secret=s3cr3t",
            Route.ofTheJvm(),
            LONG,
            LONG);

    assertThat(post).hasToString("HttpRequest[https://login.example]");
    assertThat(new HttpAnswer(200, Map.of("X", "t0k3n"), "t0k3n")).hasToString("HttpAnswer[200]");
  }

  private Throwable interruptedWhileItAsks(RawServer server, String scheme) throws Exception {
    FutureTask<Throwable> caught =
        new FutureTask<>(
            () -> catchThrowable(() -> transport.send(post(server.uri(scheme), LONG, LONG))));
    Thread flight = new Thread(caught, "flight");
    flight.start();
    while (server.open() == 0) {
      LockSupport.parkNanos(1_000_000);
    }
    flight.interrupt();
    return caught.get();
  }

  private HttpAnswer read(String answer) throws Exception {
    try (RawServer server = RawServer.answers(answer)) {
      return ask(server);
    }
  }

  private NoAnswerException readsNothing(String answer) throws IOException {
    try (RawServer server = RawServer.answers(answer)) {
      return failure(post(server.uri("http"), LONG, LONG));
    }
  }

  private NoAnswerException failure(HttpRequest post) {
    return catchThrowableOfType(NoAnswerException.class, () -> transport.send(post));
  }

  private HttpAnswer ask(RawServer server) throws NoAnswerException, InterruptedException {
    return transport.send(post(server.uri("http"), LONG, LONG));
  }

  private static HttpRequest post(URI uri, Duration connect, Duration request) {
    return new HttpRequest(
        uri, Map.of("Accept", "application/json"), "a=b", Route.ofTheJvm(), connect, request);
  }
}
