package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.RawServer;
import io.mpoauth2.client.token.TokenException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that want to be seen in a log, or to keep a processor busy. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HostileAnswerTest {
  private static final String TOKEN = "eyJ0b2tlbiI6InQwazNuIn0.c2lnbmF0dXJl";

  /** Far less than the seconds that it took, far more than it takes. */
  private static final Duration MOMENT = Duration.ofMillis(500);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\n\r\n{\"access_token\": \"" + TOKEN + "\"}",
        "Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n" + TOKEN + "\r\n",
        "Transfer-Encoding: " + TOKEN + "\r\n\r\n",
        "Content-Length: " + TOKEN + "\r\n\r\n",
        "Content-Length: 5\u001b[31m\r\n\r\nhello",
        "X: " + TOKEN,
        TOKEN
      })
  void nothing_that_the_server_said_is_in_a_stack_trace(String rest) throws Exception {
    assertTellsNothing(failureAfter("HTTP/1.1 200 OK\r\n" + rest));
  }

  @Test
  void a_length_of_sixty_kilobytes_is_not_in_a_stack_trace() throws Exception {
    String length = (TOKEN + "\u001b[31m\rX").repeat(1_300);

    assertTellsNothing(failureAfter("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n"));
  }

  @Test
  void a_status_line_is_not_in_a_stack_trace() throws Exception {
    assertTellsNothing(failureAfter("HTTP/1.1 " + TOKEN + "\r\n\r\n"));
    assertTellsNothing(failureAfter(TOKEN + "\r\n\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "0.9", "-9", "\"9", "1e9"})
  void a_lifetime_of_a_million_digits_costs_no_time(String start) throws Exception {
    String lifetime = start + "9".repeat(1_000_000) + (start.startsWith("\"") ? "\"" : "");
    try (FakeTokenEndpoint server = FakeTokenEndpoint.start()) {
      server.answers(
          200,
          "{\"access_token\": \"abc\", \"token_type\": \"Bearer\", \"expires_in\": "
              + lifetime
              + "}");
      AskingClient client = new AskingClient(SampleSettings.at(server.uri()));

      assertThat(processorTime(client::asks)).isLessThan(MOMENT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example/", "//a.example?", "a@", "@", "#"})
  void a_location_of_sixty_five_thousand_characters_costs_no_time(String start) throws Exception {
    String location = start + "a".repeat(65_000);
    String head = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n";

    assertThat(processorTime(() -> failureAfter(head))).isLessThan(MOMENT);
  }

  /** Of the calling thread, which reads what came; that of another test does not count. */
  private static Duration processorTime(Work work) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private static TokenException failureAfter(String answer) throws Exception {
    try (RawServer server = RawServer.answers(answer)) {
      return new AskingClient(SampleSettings.at(server.uri("http"))).findsNoToken();
    }
  }

  /** In the messages of all causes together: no token, no control character, no flood. */
  private static void assertTellsNothing(Throwable failure) {
    StringBuilder messages = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      messages.append(each.getMessage());
      assertThat(each.getSuppressed()).isEmpty();
    }
    assertThat(messages.toString())
        .doesNotContain(TOKEN)
        .doesNotContain("eyJ0b2tl")
        .doesNotContainPattern("\\p{Cntrl}")
        .hasSizeLessThanOrEqualTo(300);
  }
}
