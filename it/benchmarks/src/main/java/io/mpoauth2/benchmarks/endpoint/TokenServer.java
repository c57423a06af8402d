package io.mpoauth2.benchmarks.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A token endpoint on the loopback interface, in the process of those who ask it. Bare sockets: of
 * the faults that matter, an HTTP server can do one.
 */
public final class TokenServer implements AutoCloseable {
  private final IssuedTokens tokens = new IssuedTokens();
  private final AtomicInteger requests = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = ManyThreads.forConnections();
  private final int port;
  private volatile ServerSocket listener;
  private volatile Duration latency = Duration.ZERO;
  private volatile Duration lifetime = Duration.ofHours(1);
  private volatile Fault fault;

  private TokenServer() throws IOException {
    listener = listen(0);
    port = listener.getLocalPort();
  }

  /** Starts one that answers at once with tokens that live an hour. */
  public static TokenServer start() {
    try {
      return new TokenServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TokenServer latency(Duration latency) {
    this.latency = latency;
    return this;
  }

  public TokenServer lifetime(Duration lifetime) {
    this.lifetime = lifetime;
    return this;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port + "/token");
  }

  /** Gives how many requests have arrived so far; of those that are refused nobody knows. */
  public int requests() {
    return requests.get();
  }

  public boolean isEnded(String token) {
    return tokens.isEnded(token);
  }

  /** From now on it does nothing but this. */
  public void fail(Fault fault) throws IOException {
    this.fault = fault;
    if (fault == Fault.REFUSE) {
      listener.close();
      disconnect();
    }
  }

  /** From now on it answers again. What hung, hangs: a lost packet does not come back either. */
  public void recover() throws IOException {
    fault = null;
    if (listener.isClosed()) {
      listener = listen(port);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    disconnect();
    threads.shutdownNow();
  }

  private void disconnect() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  private ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 10_000);
    Thread thread = new Thread(() -> accept(socket), "token-endpoint");
    thread.setDaemon(true);
    thread.start();
    return socket;
  }

  private void accept(ServerSocket socket) {
    try {
      while (true) {
        Socket connection = socket.accept();
        open.add(connection);
        threads.execute(() -> serve(connection));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      Connection connection = new Connection(socket);
      while (connection.readRequest()) {
        requests.incrementAndGet();
        Pause.of(latency);
        answer(connection);
      }
    } catch (IOException e) {
      // The other side has gone, or it was us.
    } finally {
      open.remove(socket);
    }
  }

  private void answer(Connection connection) throws IOException {
    Fault now = fault;
    if (now == null) {
      Duration life = lifetime;
      connection.answer(200, json(tokens.next(life), life));
      return;
    }
    switch (now) {
      case UNAVAILABLE -> connection.answer(503, "{\"error\":\"temporarily_unavailable\"}");
      case DRIP -> connection.drip(json(tokens.next(lifetime), lifetime));
      case HANG -> connection.waitForTheOtherSide();
      case RESET, REFUSE -> connection.reset();
    }
  }

  private static String json(String token, Duration lifetime) {
    return "{\"access_token\":\""
        + token
        + "\",\"token_type\":\"Bearer\",\"expires_in\":"
        + lifetime.toSeconds()
        + "}";
  }
}
