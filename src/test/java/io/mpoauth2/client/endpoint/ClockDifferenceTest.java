package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sent at 12:00:00, answered at 12:00:05. */
class ClockDifferenceTest {
  private static final Instant SENT = Instant.parse("2026-11-02T12:00:00Z");
  private static final Instant RECEIVED = SENT.plusSeconds(5);

  private final CapturedLog captured = CapturedLog.start();
  private final ClockDifference difference =
      new ClockDifference(new ClientLog("signicat"), "the token endpoint at login.example");

  @AfterEach
  void close_the_log() {
    captured.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'Mon, 02 Nov 2026 11:59:29 GMT', 31 s behind",
    "'Mon, 02 Nov 2026 12:00:36 GMT', 31 s ahead of",
    "'Monday, 02-Nov-26 13:00:05 GMT', 3600 s ahead of",
    "'Mon Nov  2 11:00:00 2026', 3600 s behind",
  })
  void more_than_30_s_are_told_with_the_figure_and_once(String date, String told) {
    tell(date);
    tell(date);

    assertThat(captured.warnings())
        .singleElement()
        .asString()
        .startsWith("MPOA0024: OAuth2 client 'signicat': the token endpoint at login.example has")
        .contains("a clock that is " + told + " this server's");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mon, 02 Nov 2026 11:59:30 GMT",
        "Mon, 02 Nov 2026 12:00:03 GMT",
        "Mon, 02 Nov 2026 12:00:35 GMT",
        "",
        "yesterday",
      })
  void anything_else_is_no_difference(String date) {
    tell(date);

    assertThat(captured.warnings()).isEmpty();
  }

  @Test
  void a_cached_answer_is_as_old_as_it_is() {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("date", "Mon, 02 Nov 2026 11:00:00 GMT");
    headers.put("age", "3600");

    difference.tell(new HttpAnswer(200, headers, "{}"), SENT, RECEIVED);

    assertThat(captured.warnings()).isEmpty();
  }

  @Test
  void a_refusal_tells_it_as_well() {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Date", "Mon, 02 Nov 2026 13:00:00 GMT");
    TokenRequestSender sender =
        new TokenRequestSender(
            post -> new HttpAnswer(401, headers, "{\"error\": \"invalid_client\"}"),
            Json.createParserFactory(Map.of()),
            InstantSource.fixed(SENT),
            System::nanoTime,
            new ClientLog("signicat"));

    assertThatThrownBy(() -> sender.ask(SampleSettings.anywhere().build(), Duration.ofSeconds(10)))
        .isInstanceOf(TokenRefusedException.class);
    assertThat(captured.warnings()).singleElement().asString().contains("3600 s ahead of");
  }

  private void tell(String date) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Date", date);
    difference.tell(new HttpAnswer(200, headers, "{}"), SENT, RECEIVED);
  }
}
