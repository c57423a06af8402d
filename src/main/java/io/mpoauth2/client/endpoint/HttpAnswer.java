package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer to a request that asked for its connection to be closed (RFC 9112). Read to its end,
 * or refused where it is larger than any token answer.
 */
final class HttpAnswer {
  private static final int LARGEST_HEAD = 1 << 16;
  private static final int LARGEST_BODY = 1 << 20;

  /** Of a length or the size of a chunk. */
  private static final int LONGEST_NUMBER = 20;

  final int status;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  final String body;
  private int headLeft = LARGEST_HEAD;

  /**
   * Reads an answer.
   *
   * @throws IOException if it breaks off, is too large, or is no HTTP/1 answer
   */
  HttpAnswer(InputStream connection) throws IOException {
    InputStream in = new BufferedInputStream(connection);
    int code;
    do {
      code = status(line(in));
      readHeaders(in);
      // Interim answers may come unasked (RFC 9110, section 15.2).
    } while (code / 100 == 1);
    this.status = code;
    this.body = new String(readBody(in), UTF_8);
  }

  /** Gives the first value of a header; empty if there is none. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  private static int status(String line) throws IOException {
    if (line.length() < 12 || !line.startsWith("HTTP/1.") || line.charAt(8) != ' ') {
      throw new IOException("no HTTP/1.1 answer");
    }
    String code = line.substring(9, 12);
    if (!code.matches("[1-9][0-9][0-9]")) {
      throw new IOException("no HTTP/1.1 answer");
    }
    return Integer.parseInt(code);
  }

  private void readHeaders(InputStream in) throws IOException {
    headers.clear();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
  }

  /** Which of these it is, is decided in the order of RFC 9112, section 6.3. */
  private byte[] readBody(InputStream in) throws IOException {
    if (status == 204 || status == 304) {
      return new byte[0];
    }
    String coding = header("Transfer-Encoding");
    if (!coding.isEmpty()) {
      if (!coding.equalsIgnoreCase("chunked")) {
        throw new IOException("unknown transfer coding");
      }
      return readChunks(in);
    }
    String length = header("Content-Length");
    if (!length.isEmpty()) {
      return take(in, size(length, 10, LARGEST_BODY));
    }
    byte[] rest = in.readNBytes(LARGEST_BODY + 1);
    size(Integer.toString(rest.length), 10, LARGEST_BODY);
    return rest;
  }

  private byte[] readChunks(InputStream in) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    while (true) {
      String extended = line(in);
      int semicolon = extended.indexOf(';');
      String size = semicolon < 0 ? extended : extended.substring(0, semicolon);
      byte[] chunk = take(in, size(size.strip(), 16, LARGEST_BODY - whole.size()));
      if (chunk.length == 0) {
        return whole.toByteArray();
      }
      whole.writeBytes(chunk);
      line(in);
    }
  }

  private static int size(String digits, int radix, int most) throws IOException {
    if (digits.length() > LONGEST_NUMBER || digits.startsWith("+")) {
      throw new IOException("no length");
    }
    long size;
    try {
      size = Long.parseUnsignedLong(digits, radix);
    } catch (NumberFormatException e) {
      // Not as the cause: it quotes what stood there, which may be the token.
      throw new IOException("no length");
    }
    if (size < 0 || size > most) {
      throw new IOException("the answer is larger than " + LARGEST_BODY + " B");
    }
    return (int) size;
  }

  private static byte[] take(InputStream in, int size) throws IOException {
    byte[] taken = in.readNBytes(size);
    if (taken.length < size) {
      throw brokenOff();
    }
    return taken;
  }

  /** Gives a line of the head, of which there may be so much in all. */
  private String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw brokenOff();
      }
      if (--headLeft < 0) {
        throw new IOException("the head is larger than " + LARGEST_HEAD + " B");
      }
      line.write(next);
    }
    // Line ends count as well.
    headLeft--;
    return line.toString(ISO_8859_1).stripTrailing();
  }

  private static EOFException brokenOff() {
    return new EOFException("the answer broke off");
  }
}
