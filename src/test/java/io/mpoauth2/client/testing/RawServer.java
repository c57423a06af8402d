package io.mpoauth2.client.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on loopback that says to each request what it was told to, byte for byte. */
public final class RawServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final ServerSocket listening;
  private final Behaviour behaviour;
  private final ExecutorService threads = Executors.newCachedThreadPool(RawServer::daemon);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();

  private RawServer(ServerSocket listening, Behaviour behaviour) {
    this.listening = listening;
    this.behaviour = behaviour;
  }

  @FunctionalInterface
  private interface Behaviour {
    void to(Socket client) throws IOException;
  }

  /** Answers, and hangs up. */
  public static RawServer answers(String answer) throws IOException {
    return hangsUpBefore(0, answer);
  }

  /** Hangs up on so many requests without an answer; then answers, and hangs up. */
  public static RawServer hangsUpBefore(int requests, String answer) throws IOException {
    AtomicInteger left = new AtomicInteger(requests);
    return start(
        client -> {
          readRequest(client);
          if (left.getAndDecrement() <= 0) {
            client.getOutputStream().write(answer.getBytes(ISO_8859_1));
          }
        });
  }

  /** Answers, and does not hang up before the client does. */
  public static RawServer answersAndStays(String answer) throws IOException {
    return start(
        client -> {
          readRequest(client);
          client.getOutputStream().write(answer.getBytes(ISO_8859_1));
          client.getInputStream().readAllBytes();
        });
  }

  /** Begins as told and goes on a byte at a time, without end. */
  public static RawServer drips(String beginning) throws IOException {
    return start(
        client -> {
          client.getInputStream().read(new byte[8192]);
          OutputStream out = client.getOutputStream();
          out.write(beginning.getBytes(ISO_8859_1));
          while (true) {
            out.write('x');
            LockSupport.parkNanos(20_000_000);
          }
        });
  }

  /** Begins as told and says the rest over and over, without end and without a pause. */
  public static RawServer floods(String beginning, String rest) throws IOException {
    return start(
        client -> {
          client.getInputStream().read(new byte[8192]);
          OutputStream out = client.getOutputStream();
          out.write(beginning.getBytes(ISO_8859_1));
          byte[] often = rest.repeat(1 + 8192 / rest.length()).getBytes(ISO_8859_1);
          while (true) {
            out.write(often);
          }
        });
  }

  /** Listens, and never says anything. */
  public static RawServer silent() throws IOException {
    return start(client -> client.getInputStream().readAllBytes());
  }

  /** Hangs up on a request in the rudest way. */
  public static RawServer resets() throws IOException {
    return start(
        client -> {
          readRequest(client);
          client.setSoLinger(true, 0);
        });
  }

  private static RawServer start(Behaviour behaviour) throws IOException {
    ServerSocket listening = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    RawServer server = new RawServer(listening, behaviour);
    server.threads.execute(server::accept);
    return server;
  }

  public URI uri(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + listening.getLocalPort() + "/");
  }

  /** Says how often somebody has connected. */
  public int connections() {
    return connections.get();
  }

  /** Says how many clients have not hung up. */
  public int open() {
    return open.size();
  }

  /** Waits until all clients have hung up. */
  public void awaitsTheEnd() {
    while (open() > 0) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket client : open) {
      client.close();
    }
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        connections.incrementAndGet();
        open.add(client);
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket client) {
    try (client) {
      behaviour.to(client);
    } catch (IOException e) {
      // The client has hung up.
    } finally {
      open.remove(client);
    }
  }

  /** To its end: unread input would turn the end of the connection into a reset. */
  private static void readRequest(Socket client) throws IOException {
    InputStream request = client.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = request.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    Matcher length = LENGTH.matcher(head);
    request.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    return thread;
  }
}
