package io.mpoauth2.benchmarks.endpoint;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** As much HTTP/1.1 as a token request needs; the connection is kept for the next one. */
final class Connection {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  Connection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /** Reads a request to its end; false if the other side wants nothing more. */
  boolean readRequest() throws IOException {
    String line = readLine();
    if (line.isEmpty()) {
      return false;
    }
    int length = 0;
    while (!line.isEmpty()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      } else if (header.startsWith("transfer-encoding:")) {
        throw new IllegalStateException("this endpoint reads no chunks");
      }
      line = readLine();
    }
    return in.readNBytes(length).length == length;
  }

  void answer(int status, String json) throws IOException {
    out.write(bytes(head(status, json) + json));
  }

  void drip(String json) throws IOException {
    out.write(bytes(head(200, json)));
    for (byte b : bytes(json)) {
      out.write(b);
      Pause.of(Duration.ofSeconds(1));
    }
  }

  void waitForTheOtherSide() throws IOException {
    if (in.read() < 0) {
      socket.close();
    }
  }

  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    while (c >= 0 && c != '\n') {
      if (c != '\r') {
        line.append((char) c);
      }
      c = in.read();
    }
    return line.toString();
  }

  private static String head(int status, String json) {
    return "HTTP/1.1 "
        + status
        + " -\r\nContent-Type: application/json\r\nContent-Length: "
        + json.length()
        + "\r\n\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
