package io.mpoauth2.tck;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A port of this machine that neither takes nor refuses a connection, because the queue of those
 * who wait to be accepted is full. The TCK would use a host on the internet to see a connection
 * time out.
 */
final class SilentPort implements Closeable {
  private static final int ENOUGH = 64;

  private final Deque<Closeable> held = new ArrayDeque<>();

  SilentPort(int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    ServerSocket server = new ServerSocket();
    held.push(server);
    server.bind(address, 1);
    while (takesAnother(address)) {
      if (held.size() > ENOUGH) {
        close();
        throw new IOException("Port " + port + " goes on taking connections");
      }
    }
  }

  private boolean takesAnother(InetSocketAddress address) throws IOException {
    Socket client = new Socket();
    held.push(client);
    try {
      client.connect(address, 500);
      return true;
    } catch (SocketTimeoutException full) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    while (!held.isEmpty()) {
      held.pop().close();
    }
  }
}
