package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9112, from the side of one who reads a single answer. */
class HttpAnswerTest {
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void a_body_of_known_length_ends_there() throws Exception {
    HttpAnswer answer = read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more");

    assertThat(answer.status).isEqualTo(200);
    assertThat(answer.body).isEqualTo("hello");
  }

  @Test
  void a_body_of_unknown_length_ends_with_the_connection() throws Exception {
    assertThat(read("HTTP/1.1 200 OK\r\n\r\nhéllo").body).isEqualTo("héllo");
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

    assertThat(answer.body).isEqualTo("hello, my friends");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void some_answers_have_no_body_whatever_they_say(int status) throws Exception {
    HttpAnswer answer = read("HTTP/1.1 " + status + " x\r\nContent-Length: 5\r\n\r\n");

    assertThat(answer.body).isEmpty();
  }

  @Test
  void interim_answers_are_passed_over() throws Exception {
    HttpAnswer answer =
        read(
            """
            HTTP/1.1 100 Continue
            Retry-After: 7

            HTTP/1.1 103 Early Hints

            HTTP/1.1 429 Slow down
            Content-Length: 0

            """);

    assertThat(answer.status).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEmpty();
  }

  @Test
  void headers_are_found_in_any_case_and_the_first_one_counts() throws Exception {
    HttpAnswer answer =
        read("HTTP/1.0 503 Busy\nRETRY-AFTER:  7 \nRetry-After: 9\n: nameless\nnonsense\n\n");

    assertThat(answer.status).isEqualTo(503);
    assertThat(answer.header("retry-after")).isEqualTo("7");
    assertThat(answer.header("Location")).isEmpty();
  }

  @Test
  void a_status_line_needs_no_reason() throws Exception {
    assertThat(read("HTTP/1.1 400\r\n\r\n{}").status).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "220 mail.example ready\r\n\r\n",
        "HTTP/2 200 OK\r\n\r\n",
        "HTTP/1.1 2xx OK\r\n\r\n",
        "HTTP/1.1 20",
        "HTTP/1.1-200 OK\r\n\r\n",
        "\r\n\r\n",
        "",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell",
        "HTTP/1.1 200 OK\r\nContent-Length: five\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhell",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
      })
  void nonsense_and_broken_off_answers_are_refused(String answer) {
    assertThatIOException().isThrownBy(() -> read(answer));
  }

  @Test
  void a_mebibyte_is_taken() throws Exception {
    String body = "x".repeat(MEBIBYTE);

    assertThat(read("HTTP/1.1 200 OK\r\n\r\n" + body).body).hasSize(MEBIBYTE);
    assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 1048576\r\n\r\n" + body).body)
        .hasSize(MEBIBYTE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Length: 1048577\r\n",
        "Content-Length: 18446744073709551615\r\n",
        "Content-Length: 99999999999999999999999\r\n",
      })
  void a_byte_more_is_not(String header) {
    String answer = "HTTP/1.1 200 OK\r\n" + header + "\r\n" + "x".repeat(MEBIBYTE + 1);

    assertThatIOException().isThrownBy(() -> read(answer));
  }

  @Test
  void chunks_that_are_too_large_together_are_refused_before_they_are_read() {
    String answer =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100000\r\n"
            + "x".repeat(MEBIBYTE)
            + "\r\n1\r\n";

    assertThatIOException()
        .isThrownBy(() -> read(answer))
        .withMessageContaining("larger than 1048576 B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "X: y\r\n",
        "HTTP/1.1 200 OK\r\nX: y\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n"
      })
  void what_never_ends_is_given_up(String beginning) {
    assertThatIOException().isThrownBy(() -> new HttpAnswer(endless(beginning)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 "})
  void the_whole_head_counts_and_ends_at_64_kibibytes(String beginning) {
    String head = beginning + "x".repeat((1 << 16) - beginning.length());

    assertThatIOException().isThrownBy(() -> read(head)).withMessageContaining("broke off");
    assertThatIOException()
        .isThrownBy(() -> read(head + "x"))
        .withMessageContaining("head is larger than 65536 B");
  }

  private static HttpAnswer read(String answer) throws IOException {
    return new HttpAnswer(new ByteArrayInputStream(answer.getBytes(UTF_8)));
  }

  /** Gives the text, then its last line often enough for any limit. */
  private static InputStream endless(String text) {
    String last = text.substring(Math.max(0, text.lastIndexOf('\n', text.length() - 2) + 1));
    return new ByteArrayInputStream((text + last.repeat(MEBIBYTE)).getBytes(UTF_8));
  }
}
