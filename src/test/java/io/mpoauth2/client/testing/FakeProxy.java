package io.mpoauth2.client.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy on loopback that makes tunnels, all to the same port, whatever it is asked for. */
public final class FakeProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final int target;
  private final ExecutorService threads = Executors.newCachedThreadPool(FakeProxy::daemon);
  private final List<String> tunnels = new CopyOnWriteArrayList<>();

  private FakeProxy(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  public static FakeProxy to(int target) throws IOException {
    FakeProxy proxy =
        new FakeProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
    proxy.threads.execute(proxy::accept);
    return proxy;
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** Gives the first lines of the requests for tunnels. */
  public List<String> tunnels() {
    return tunnels;
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
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      tunnels.add(head(client.getInputStream()));
      client.getOutputStream().write("HTTP/1.1 200 Go ahead\r\n\r\n".getBytes(ISO_8859_1));
      threads.execute(() -> copy(server, client));
      copy(client, server);
    } catch (IOException e) {
      // One of them has hung up.
    }
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
    return head.substring(0, head.indexOf("\r\n"));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "fake-proxy");
    thread.setDaemon(true);
    return thread;
  }
}
