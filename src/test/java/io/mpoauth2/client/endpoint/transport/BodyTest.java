package io.mpoauth2.client.endpoint.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One body as it comes from a connection, of which nobody knows when it will give more. */
class BodyTest {
  private static final int UNKNOWN = -1;

  private final Body body = new Body(Deadline.in(Duration.ofMinutes(1)));

  @Test
  void no_byte_behind_the_told_length_is_waited_for() throws Exception {
    assertThat(read(before(new Endless(), "token"), 5, "", "")).isEqualTo("token");
    assertThat(read(new Endless(), 0, "", "")).isEmpty();
  }

  @Test
  void no_byte_behind_the_told_length_is_taken() throws Exception {
    InputStream two = new ByteArrayInputStream("token and more".getBytes(US_ASCII));

    assertThat(read(two, 5, "", "")).isEqualTo("token");
    assertThat(two.available()).isEqualTo(9);
  }

  @Test
  void what_is_told_to_be_too_large_is_not_read() {
    assertThatExceptionOfType(NoAnswerException.class)
        .isThrownBy(() -> read(new Endless(), (1 << 20) + 1, "", ""))
        .satisfies(e -> assertThat(e.detail()).contains("larger than"));
  }

  @Test
  void nothing_is_unpacked_from_an_empty_body() throws Exception {
    assertThat(read(InputStream.nullInputStream(), UNKNOWN, "gzip", "")).isEmpty();
    assertThat(read(InputStream.nullInputStream(), UNKNOWN, "deflate", "")).isEmpty();
  }

  @Test
  void a_single_byte_is_no_packed_body() {
    assertThatExceptionOfType(NoAnswerException.class)
        .isThrownBy(() -> read(of(0x78), UNKNOWN, "deflate", ""))
        .satisfies(e -> assertThat(e.detail()).contains("cannot be unpacked"));
  }

  /** A stored block, whose first byte has bits that mean nothing there, and one for zlib. */
  @Test
  void deflate_without_its_head_is_known_by_both_of_its_bytes() throws Exception {
    InputStream stored =
        of(0x08, 5, 0, 0xFA, 0xFF, 't', 'o', 'k', 'e', 'n', 0x01, 0, 0, 0xFF, 0xFF);

    assertThat(read(stored, UNKNOWN, "deflate", "")).isEqualTo("token");
  }

  @Test
  void a_charset_that_nobody_knows_counts_as_none() throws Exception {
    InputStream text = new ByteArrayInputStream("\u00e9".getBytes(UTF_8));

    assertThat(read(text, UNKNOWN, "", "text/plain; charset=x-none")).isEqualTo("\u00e9");
  }

  private String read(InputStream in, long length, String coding, String type) throws Exception {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Encoding", coding);
    headers.put("Content-Type", type);
    return body.read(in, length, new HttpAnswer(200, headers, ""));
  }

  private static InputStream of(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return new ByteArrayInputStream(all);
  }

  private static InputStream before(InputStream rest, String text) {
    return new SequenceInputStream(new ByteArrayInputStream(text.getBytes(US_ASCII)), rest);
  }

  /** Of which a byte would be waited for. */
  private static final class Endless extends InputStream {
    @Override
    public int read() {
      throw new AssertionError("would wait for ever");
    }

    @Override
    public int read(byte[] some, int offset, int length) {
      return read();
    }
  }
}
