package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens where no answer comes. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class NoAnswerTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_server_that_never_answers_is_given_up_at_the_request_timeout() {
    server.neverAnswers();

    TokenUnavailableException unavailable = hurriedClient().findsNoToken();

    assertNamesClientAndHost(unavailable);
    assertThat(unavailable)
        .hasMessageContaining("no complete answer within PT0.3S")
        .hasMessageContaining("raise oauth2.client.signicat.request-timeout");
  }

  @Test
  void the_deadline_is_that_of_the_whole_exchange_so_a_drip_ends_as_well() throws Exception {
    server.drips();

    TokenUnavailableException unavailable = hurriedClient().findsNoToken();

    assertThat(unavailable)
        .hasMessageContaining("no complete answer within PT0.3S")
        .hasMessageContaining("raise oauth2.client.signicat.request-timeout");
    assertThat(server.isAbandoned()).isTrue();
  }

  @Test
  void a_drip_in_the_headers_ends_as_well() throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread dripping = new Thread(() -> drip(listening), "drip");
      dripping.start();
      URI endpoint = URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
      SampleSettings settings = SampleSettings.at(endpoint).timeouts(Duration.ofSeconds(5), SHORT);

      TokenUnavailableException unavailable = new AskingClient(settings).findsNoToken();

      // Ends because the client hangs up.
      dripping.join();
      assertThat(unavailable).hasMessageContaining("no complete answer within PT0.3S");
    }
  }

  @Test
  void the_thread_and_the_connection_end_with_the_request() throws Exception {
    server.neverAnswers();

    hurriedClient().findsNoToken();

    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("mp-oauth2-client-token-request")) {
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  @Test
  void a_connection_that_is_closed_without_an_answer_is_unavailable() {
    server.resets();

    TokenUnavailableException unavailable = client(server.uri()).findsNoToken();

    assertNamesClientAndHost(unavailable);
    assertThat(unavailable).hasMessageContaining("gave no usable answer");
    // The JDK tries a second time by itself, which this grant bears once.
    assertThat(server.requests()).hasSizeBetween(1, 2);
  }

  @Test
  void an_answer_that_breaks_off_is_unavailable_and_not_quoted() {
    server.breaksOff("{\"access_token\": \"s3cr3t");

    TokenUnavailableException unavailable = client(server.uri()).findsNoToken();

    assertThat(unavailable)
        .hasMessageContaining("gave no usable answer")
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void a_port_nobody_listens_at_is_unavailable() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }

    TokenUnavailableException unavailable =
        client(URI.create("http://127.0.0.1:" + port + "/token")).findsNoToken();

    assertThat(unavailable)
        .hasMessageContaining("'signicat'")
        .hasMessageContaining("127.0.0.1:" + port + " could not be reached")
        .hasMessageContaining("check oauth2.client.signicat.token-endpoint");
  }

  @Test
  void a_host_nobody_knows_is_unavailable() {
    TokenUnavailableException unavailable =
        client(URI.create("https://login.invalid/token")).findsNoToken();

    assertThat(unavailable)
        .hasMessageContaining("login.invalid could not be reached")
        .hasMessageContaining("check oauth2.client.signicat.token-endpoint");
  }

  @Test
  void a_connection_that_takes_too_long_is_given_up_at_the_connect_timeout() throws Exception {
    // Takes the connection and never answers the handshake.
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI endpoint = URI.create("https://127.0.0.1:" + silent.getLocalPort() + "/");
      SampleSettings settings = SampleSettings.at(endpoint).timeouts(SHORT, Duration.ofSeconds(10));

      TokenUnavailableException unavailable = new AskingClient(settings).findsNoToken();

      assertThat(unavailable)
          .hasMessageContaining("client 'signicat'")
          .hasMessageContaining("no connection within PT0.3S")
          .hasMessageContaining("oauth2.client.signicat.connect-timeout")
          .hasMessageContaining("check oauth2.client.signicat.token-endpoint");
    }
  }

  @Test
  void an_answer_may_take_longer_than_the_connection() throws Exception {
    server.answersToken("abc", 3600).after(SHORT.multipliedBy(2));
    SampleSettings settings =
        SampleSettings.at(server.uri()).timeouts(SHORT, Duration.ofSeconds(10));

    assertThat(new AskingClient(settings).asks().token().value()).isEqualTo("abc");
  }

  @Test
  void a_thread_of_ours_holds_neither_the_jvm_nor_the_callers_application() throws Exception {
    ScheduledExecutorService timer = CallTimer.ofItsOwn();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      Thread ours = timer.submit(Thread::currentThread).get();

      assertThat(ours.isDaemon()).isTrue();
      assertThat(ours.getContextClassLoader()).isSameAs(NoAnswerTest.class.getClassLoader());
      ours.join(10_000);
      assertThat(ours.isAlive()).isFalse();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void a_server_without_tls_is_unavailable() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread greeter = new Thread(() -> greetInPlainText(plain), "greeter");
      greeter.start();

      TokenUnavailableException unavailable =
          client(URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/")).findsNoToken();

      greeter.join();
      assertThat(unavailable)
          .hasMessageContaining("127.0.0.1:" + plain.getLocalPort())
          .hasMessageContaining("could not be asked over TLS");
    }
  }

  @Test
  void an_interrupted_caller_does_not_wait_on() {
    server.neverAnswers();
    AskingClient client = client(server.uri());

    Thread.currentThread().interrupt();

    assertThatThrownBy(client::asks).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  private static void greetInPlainText(ServerSocket listening) {
    try (Socket connection = listening.accept()) {
      // Unread input would turn the end of the connection into a reset, before the greeting is
      // read.
      connection.getInputStream().read(new byte[16_384]);
      connection.getOutputStream().write("220 mail.example ready\r\n".getBytes(UTF_8));
      connection.shutdownOutput();
      connection.getInputStream().readAllBytes();
    } catch (IOException e) {
      // The client has hung up, as it should.
    }
  }

  private static void drip(ServerSocket listening) {
    try (Socket connection = listening.accept()) {
      OutputStream out = connection.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(UTF_8));
      while (true) {
        out.write('x');
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    } catch (IOException e) {
      // The client has hung up, as it should.
    }
  }

  private AskingClient hurriedClient() {
    return new AskingClient(SampleSettings.at(server.uri()).timeouts(Duration.ofSeconds(5), SHORT));
  }

  private static AskingClient client(URI tokenEndpoint) {
    return new AskingClient(SampleSettings.at(tokenEndpoint));
  }

  private void assertNamesClientAndHost(TokenUnavailableException unavailable) {
    assertThat(unavailable).hasMessageContainingAll("'signicat'", server.host());
  }
}
