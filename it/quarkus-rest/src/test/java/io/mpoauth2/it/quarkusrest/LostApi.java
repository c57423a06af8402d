package io.mpoauth2.it.quarkusrest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** An API that answers one request with a 401 and is gone before the next. */
final class LostApi implements AutoCloseable {
  private static final String UNAUTHORIZED =
      "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  private final ServerSocket server;

  private LostApi(ServerSocket server) {
    this.server = server;
  }

  static LostApi start() throws IOException {
    LostApi api = new LostApi(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(api::answerOnce);
    thread.setDaemon(true);
    thread.start();
    return api;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void answerOnce() {
    try (server;
        Socket connection = server.accept()) {
      BufferedReader request =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
      while (!request.readLine().isEmpty()) {
        // Up to the end of its head; it has no body.
      }
      // Before the answer, or the next request might still be taken.
      server.close();
      connection.getOutputStream().write(UNAUTHORIZED.getBytes(US_ASCII));
    } catch (IOException e) {
      // The client sees a broken connection, and the test fails.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
