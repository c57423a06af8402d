package io.mpoauth2.client.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A resource server whose first answer is a 401 that a test writes byte by byte; all others are a
 * 200 that says {@code fine}. For requests without a body, one to a connection.
 */
public final class RawApi implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final FirstBody first;
  private final AtomicInteger requests = new AtomicInteger();
  private final CompletableFuture<Void> firstEnded = new CompletableFuture<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Writes the body of the first answer, of the length that is told. */
  public interface FirstBody {
    void write(OutputStream out, CountDownLatch closed) throws Exception;
  }

  public RawApi(int toldLength, FirstBody first) {
    this.first =
        (out, closing) -> {
          out.write(
              ("HTTP/1.1 401 No\r\nContent-Type: text/plain\r\nContent-Length: "
                      + toldLength
                      + "\r\n\r\n")
                  .getBytes(US_ASCII));
          first.write(out, closing);
          out.flush();
        };
    try {
      server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  public URI uri() {
    return URI.create("http://localhost:" + server.getLocalPort());
  }

  public int requests() {
    return requests.get();
  }

  /** Completed when the client has ended the first connection. */
  public CompletableFuture<Void> firstEnded() {
    return firstEnded;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        threads.execute(() -> answer(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void answer(Socket socket) {
    boolean isFirst = false;
    try (socket;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        OutputStream out = socket.getOutputStream()) {
      String line = in.readLine();
      while (line != null && !line.isEmpty()) {
        line = in.readLine();
      }
      isFirst = requests.incrementAndGet() == 1;
      if (!isFirst) {
        out.write(
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: 4\r\n\r\nfine"
                .getBytes(US_ASCII));
        return;
      }
      first.write(out, closed);
      if (in.read() < 0) {
        firstEnded.complete(null);
      }
    } catch (Exception e) {
      if (isFirst) {
        firstEnded.complete(null);
      }
    }
  }
}
