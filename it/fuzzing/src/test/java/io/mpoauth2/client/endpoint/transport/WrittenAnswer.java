package io.mpoauth2.client.endpoint.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * An answer as somebody writes it down: a status line, headers, an empty line, the body's bytes.
 * Whatever has no meaning is passed over; the JDK has read that far when the library begins.
 *
 * @param status 200 where there is no other
 * @param headers by name, in any case
 * @param body as it comes over the wire
 */
public record WrittenAnswer(int status, Map<String, String> headers, byte[] body) {
  private static final Pattern END_OF_HEAD = Pattern.compile("\r\n\r\n|\n\n|\\z");
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([2-9]\\d\\d)");

  /** Reads what was written. */
  public static WrittenAnswer of(byte[] input) {
    String text = new String(input, ISO_8859_1);
    Matcher end = END_OF_HEAD.matcher(text);
    String head = end.find() ? text.substring(0, end.start()) : text;
    Matcher status = STATUS.matcher(head);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : head.split("\r?\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    return new WrittenAnswer(
        status.lookingAt() ? Integer.parseInt(status.group(1)) : 200,
        headers,
        text.substring(end.end()).getBytes(ISO_8859_1));
  }

  /** Gives the same answer with its body packed. */
  public WrittenAnswer packed() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(body);
    }
    Map<String, String> saysSo = new TreeMap<>(headers);
    saysSo.put("Content-Encoding", "gzip");
    return new WrittenAnswer(status, saysSo, packed.toByteArray());
  }

  /** Gives what the library reads; empty if it refuses to, in words that can be told. */
  public Optional<HttpAnswer> read() throws IOException, InterruptedException {
    HttpAnswer head = new HttpAnswer(status, headers, "");
    try {
      String text =
          new Body(Deadline.in(Duration.ofSeconds(5)))
              .read(new ByteArrayInputStream(body), -1, head);
      return Optional.of(new HttpAnswer(status, headers, text));
    } catch (NoAnswerException e) {
      assertThat(e).hasNoCause().hasNoSuppressedExceptions().hasMessageMatching("[ -~]{1,100}");
      return Optional.empty();
    }
  }
}
