package io.mpoauth2.client.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * A proxy on loopback that makes tunnels, all to the same port, whatever it is asked for; or
 * refuses them, or never comes to an end with the first of them.
 */
public final class FakeProxy implements AutoCloseable {
  private static final String LOG_IN =
      """
      HTTP/1.1 407 Log in
      Proxy-Authenticate: Basic realm="proxy"
      Connection: close
      Content-Length: 0

      """
          .replace("\n", "\r\n");

  private final ServerSocket listening;
  private final int target;
  private final Greeting greeting;
  private final ExecutorService threads = Executors.newCachedThreadPool(FakeProxy::daemon);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> tunnels = new CopyOnWriteArrayList<>();
  private final List<String> logins = new CopyOnWriteArrayList<>();

  private FakeProxy(ServerSocket listening, int target, Greeting greeting) {
    this.listening = listening;
    this.target = target;
    this.greeting = greeting;
  }

  /** What is said before a tunnel begins; false if none does. */
  @FunctionalInterface
  private interface Greeting {
    boolean to(FakeProxy proxy, Socket client) throws IOException;
  }

  public static FakeProxy to(int target) throws IOException {
    return start(target, (proxy, client) -> proxy.answer(client, "200 Go ahead\r\n\r\n"));
  }

  /** Answers with this status and reason instead of a tunnel. */
  public static FakeProxy refusing(String status) throws IOException {
    String answer =
        status + "\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n";
    return start(
        0,
        (proxy, client) -> {
          proxy.answer(client, answer);
          return false;
        });
  }

  /** Makes a tunnel for whoever logs in like this, and notes each attempt. */
  public static FakeProxy wantingLogin(int target, String authorization) throws IOException {
    return start(
        target,
        (proxy, client) -> {
          String head = head(client.getInputStream());
          proxy.tunnels.add(head.substring(0, head.indexOf("\r\n")));
          List<String> logins =
              head.lines()
                  .filter(line -> line.matches("(?i)Proxy-Authorization: .*"))
                  .map(line -> line.substring(line.indexOf(' ') + 1))
                  .toList();
          proxy.logins.addAll(logins);
          boolean isWelcome = logins.contains(authorization);
          client
              .getOutputStream()
              .write((isWelcome ? "HTTP/1.1 200 Go ahead\r\n\r\n" : LOG_IN).getBytes(ISO_8859_1));
          return isWelcome;
        });
  }

  /** Begins to answer and goes on beginning, a byte at a time, until hung up on. */
  public static FakeProxy dripping() throws IOException {
    return start(
        0,
        (proxy, client) -> {
          proxy.answer(client, "200 Go ahead\r\nX-Slow: ");
          while (true) {
            client.getOutputStream().write('x');
            LockSupport.parkNanos(20_000_000);
          }
        });
  }

  /** Speaks SOCKS 5 without a log-in (RFC 1928), to whoever wants a host by its name. */
  public static FakeProxy socks(int target) throws IOException {
    return start(target, FakeProxy::greetInSocks);
  }

  private static FakeProxy start(int target, Greeting greeting) throws IOException {
    ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    FakeProxy proxy = new FakeProxy(listening, target, greeting);
    proxy.threads.execute(proxy::accept);
    return proxy;
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** Gives the first lines of the requests for tunnels; in SOCKS the names of the hosts. */
  public List<String> tunnels() {
    return tunnels;
  }

  /** Gives what clients have logged in with, in the order they did. */
  public List<String> logins() {
    return logins;
  }

  /** Says how many clients have not hung up. */
  public int open() {
    return open.size();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        threads.execute(() -> tunnel(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void tunnel(Socket client) {
    open.add(client);
    try (client) {
      if (greeting.to(this, client)) {
        // Not by a proxy of the JVM's, which may be this one.
        try (Socket server = new Socket(Proxy.NO_PROXY)) {
          server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
          threads.execute(() -> copy(server, client));
          copy(client, server);
        }
      }
    } catch (IOException e) {
      // One of them has hung up.
    } finally {
      open.remove(client);
    }
  }

  private boolean answer(Socket client, String answer) throws IOException {
    String head = head(client.getInputStream());
    tunnels.add(head.substring(0, head.indexOf("\r\n")));
    client.getOutputStream().write(("HTTP/1.1 " + answer).getBytes(ISO_8859_1));
    return true;
  }

  private boolean greetInSocks(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    in.readByte();
    in.readNBytes(in.readUnsignedByte());
    client.getOutputStream().write(new byte[] {5, 0});
    in.readNBytes(4);
    tunnels.add(new String(in.readNBytes(in.readUnsignedByte()), ISO_8859_1));
    in.readShort();
    client.getOutputStream().write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
    return true;
  }

  private static void copy(Socket from, Socket to) {
    try {
      OutputStream out = to.getOutputStream();
      from.getInputStream().transferTo(out);
      to.shutdownOutput();
    } catch (IOException e) {
      // One of them has hung up.
    }
  }

  /** Reads up to the empty line, byte by byte: what follows belongs to the tunnel. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no head");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "fake-proxy");
    thread.setDaemon(true);
    return thread;
  }
}
