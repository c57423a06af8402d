package io.mpoauth2.client.endpoint.transport;

import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.ANSWERED_IN_TIME;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.UNDERSTOOD;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Reads the body of one answer: to its end, in time, and no more than any token answer has. */
final class Body {
  private static final int LARGEST = 1 << 20;

  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([\\w.:-]{1,40})");

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
    String coding = head.header("Content-Encoding");
    boolean isPacked = body.length > 0 && coding.matches("(?i)\\s*((x-)?gzip|deflate)\\s*");
    return new String(
        isPacked ? unpacked(body, coding) : body, charset(head.header("Content-Type")));
  }

  private static Charset charset(String type) {
    Matcher told = CHARSET.matcher(type);
    try {
      return told.find() ? Charset.forName(told.group(1)) : UTF_8;
    } catch (IllegalArgumentException e) {
      return UTF_8;
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
    InputStream packed = new ByteArrayInputStream(body);
    try (InputStream in =
        coding.toLowerCase(Locale.ROOT).contains("gzip")
            ? new GZIPInputStream(packed)
            : new InflaterInputStream(packed)) {
      byte[] unpacked = in.readNBytes(LARGEST + 1);
      requireAtMostTheLargest(unpacked.length);
      return unpacked;
    } catch (IOException e) {
      throw new NoAnswerException(UNDERSTOOD, "the answer cannot be unpacked");
    }
  }

  private static void requireAtMostTheLargest(long size) throws NoAnswerException {
    if (size > LARGEST) {
      throw new NoAnswerException(UNDERSTOOD, "the answer is larger than " + LARGEST + " B");
    }
  }
}
