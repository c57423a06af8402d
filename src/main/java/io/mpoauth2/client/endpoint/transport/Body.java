package io.mpoauth2.client.endpoint.transport;

import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.ANSWERED_IN_TIME;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.UNDERSTOOD;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads the body of one answer: to its end, in time, and no more than any token answer has. */
final class Body {
  private static final int LARGEST = 1 << 20;

  /** Each takes its time. */
  private static final int MOST_CODINGS = 4;

  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([\\w.:-]{1,40})");

  private final Deadline deadline;

  Body(Deadline deadline) {
    this.deadline = deadline;
  }

  /**
   * Gives the body as text, unpacked.
   *
   * @param in what is left of the answer
   * @param length how long it is said to be; less than zero if nothing is said
   * @param head the answer without its body: its content coding (RFC 9110, section 8.4) and its
   *     charset count if they are known
   */
  String read(InputStream in, long length, HttpAnswer head)
      throws IOException, NoAnswerException, InterruptedException {
    byte[] body = whole(in, length);
    // Named in the order in which they were applied; what is no coding changes nothing.
    List<String> codings = List.of(head.header("Content-Encoding").split(",", MOST_CODINGS));
    for (int last = codings.size() - 1; last >= 0 && body.length > 0; last--) {
      body = unpacked(body, codings.get(last).strip().toLowerCase(Locale.ROOT));
    }
    return new String(body, charset(head.header("Content-Type"), body));
  }

  private static Charset charset(String type, byte[] body) {
    Matcher told = CHARSET.matcher(type);
    try {
      return told.find() ? Charset.forName(told.group(1)) : meant(body);
    } catch (IllegalArgumentException e) {
      return meant(body);
    }
  }

  /**
   * JSON is UTF-8 (RFC 8259, section 8.1); pages, and some servers' JSON, are as they ever were.
   */
  private static Charset meant(byte[] body) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return UTF_8;
    } catch (CharacterCodingException e) {
      return ISO_8859_1;
    }
  }

  private byte[] whole(InputStream in, long length)
      throws IOException, NoAnswerException, InterruptedException {
    requireAtMostTheLargest(length);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 13];
    // Whoever was told a length need not wait for the server to hang up.
    while (length < 0 || whole.size() < length) {
      long left = length < 0 ? some.length : length - whole.size();
      int count = in.read(some, 0, (int) Math.min(left, some.length));
      if (count < 0) {
        break;
      }
      whole.write(some, 0, count);
      requireAtMostTheLargest(whole.size());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (deadline.isOver()) {
        throw new NoAnswerException(ANSWERED_IN_TIME, "");
      }
    }
    if (whole.size() < length) {
      throw new NoAnswerException(UNDERSTOOD, "the answer broke off");
    }
    return whole.toByteArray();
  }

  private static byte[] unpacked(byte[] body, String coding) throws NoAnswerException {
    try {
      return switch (coding) {
        case "gzip", "x-gzip" -> whole(new GZIPInputStream(new ByteArrayInputStream(body)));
        case "deflate" -> inflated(body);
        default -> body;
      };
    } catch (IOException e) {
      throw new NoAnswerException(UNDERSTOOD, "the answer cannot be unpacked");
    }
  }

  private static byte[] inflated(byte[] body) throws IOException, NoAnswerException {
    Inflater inflater = new Inflater(!hasZlibHead(body));
    try {
      return whole(new InflaterInputStream(new ByteArrayInputStream(body), inflater));
    } finally {
      // The stream ends only an inflater of its own, and its memory is not on the heap.
      inflater.end();
    }
  }

  private static byte[] whole(InputStream packed) throws IOException, NoAnswerException {
    try (packed) {
      byte[] unpacked = packed.readNBytes(LARGEST + 1);
      requireAtMostTheLargest(unpacked.length);
      return unpacked;
    }
  }

  /** Some servers leave it out (RFC 9110, section 8.4.1.2); it is a multiple of 31 (RFC 1950). */
  private static boolean hasZlibHead(byte[] body) {
    return body.length > 1
        && (body[0] & 0x0F) == Deflater.DEFLATED
        && ((body[0] & 0xFF) << 8 | (body[1] & 0xFF)) % 31 == 0;
  }

  private static void requireAtMostTheLargest(long size) throws NoAnswerException {
    if (size > LARGEST) {
      throw new NoAnswerException(UNDERSTOOD, "the answer is larger than " + LARGEST + " B");
    }
  }
}
