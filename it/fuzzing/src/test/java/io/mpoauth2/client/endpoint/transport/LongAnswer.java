package io.mpoauth2.client.endpoint.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A body that says something over and over again is read or given up, before time and memory are
 * out. The input has what comes before, what comes often, and, unless that is for ever, what comes
 * behind.
 */
public final class LongAnswer {
  /** In no UTF-8. */
  private static final String SEPARATOR = "\u00ff";

  private static final int BODY = 1 << 20;
  private static final int BLOCK = 1 << 13;

  private LongAnswer() {}

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    String[] parts = new String(input, ISO_8859_1).split(SEPARATOR, 3);
    for (String coding : new String[] {"", "gzip"}) {
      copesWith(connection(parts, BODY), coding);
    }
  }

  private static void copesWith(InputStream connection, String coding) throws Exception {
    try {
      String body = new Body(Deadline.in(Duration.ofSeconds(5))).read(connection, -1, coding);

      assertThat(body.length()).isLessThanOrEqualTo(BODY);
    } catch (NoAnswerException e) {
      assertThat(e).hasNoCause().hasMessageMatching("[ -~]{1,100}");
    }
  }

  /** As long as it can be without being too long, or without end. */
  private static InputStream connection(String[] parts, int longest) {
    String often = parts.length > 1 ? parts[1] : "";
    String block = often.repeat(often.isEmpty() ? 0 : 1 + BLOCK / often.length());
    Stream<String> blocks = Stream.generate(() -> block);
    if (block.isEmpty() || parts.length > 2) {
      int length = longest - parts[0].length() - parts[parts.length - 1].length();
      blocks = blocks.limit(block.isEmpty() ? 0 : Math.max(0, length / block.length()));
    }
    String end = parts.length > 2 ? parts[2] : "";
    Iterator<InputStream> streams =
        Stream.concat(Stream.concat(Stream.of(parts[0]), blocks), Stream.of(end))
            .<InputStream>map(part -> new ByteArrayInputStream(part.getBytes(ISO_8859_1)))
            .iterator();
    return new SequenceInputStream(
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return streams.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return streams.next();
          }
        });
  }
}
