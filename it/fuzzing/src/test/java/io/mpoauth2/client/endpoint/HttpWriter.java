package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.ByteArrayOutputStream;

/** Writes one answer in any of the ways of RFC 9112. */
final class HttpWriter {
  private static final String[] EXTENSIONS = {"", ";", " ; name=\"value\""};

  private final FuzzedDataProvider data;
  private final int status;
  private final String lineEnd;
  private final StringBuilder head = new StringBuilder();

  HttpWriter(FuzzedDataProvider data, int status) {
    this.data = data;
    this.status = status;
    this.lineEnd = data.consumeBoolean() ? "\r\n" : "\n";
    if (data.consumeBoolean()) {
      line("HTTP/1.1 103 Early Hints");
      header("Retry-After", "60");
      line("");
    }
    line("HTTP/1." + data.consumeInt(0, 1) + ' ' + status + (data.consumeBoolean() ? " x" : ""));
  }

  int status() {
    return status;
  }

  boolean hasBody() {
    return status != 204 && status != 304;
  }

  void header(String name, String value) {
    line(name + ':' + data.pickValue(new String[] {"", " ", "\t"}) + value);
  }

  byte[] bytes(String text) {
    byte[] body = hasBody() ? text.getBytes(UTF_8) : new byte[0];
    return switch (data.consumeInt(0, 2)) {
      case 0 -> endingWithTheConnection(body);
      case 1 -> ofKnownLength(body);
      default -> chunked(body);
    };
  }

  private byte[] endingWithTheConnection(byte[] body) {
    line("");
    return whole(body);
  }

  private byte[] ofKnownLength(byte[] body) {
    header("Content-Length", Integer.toString(body.length));
    line("");
    return whole(body);
  }

  private byte[] chunked(byte[] body) {
    header("Transfer-Encoding", "chunked");
    line("");
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; ) {
      int size = data.consumeInt(1, body.length - at);
      chunks.writeBytes(sizeLine(size));
      chunks.write(body, at, size);
      chunks.writeBytes(lineEnd.getBytes(US_ASCII));
      at += size;
    }
    chunks.writeBytes(sizeLine(0));
    chunks.writeBytes(lineEnd.getBytes(US_ASCII));
    return whole(chunks.toByteArray());
  }

  private byte[] sizeLine(int size) {
    return (Integer.toHexString(size) + data.pickValue(EXTENSIONS) + lineEnd).getBytes(US_ASCII);
  }

  private void line(String text) {
    head.append(text).append(lineEnd);
  }

  private byte[] whole(byte[] rest) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(head.toString().getBytes(US_ASCII));
    whole.writeBytes(rest);
    return whole.toByteArray();
  }
}
