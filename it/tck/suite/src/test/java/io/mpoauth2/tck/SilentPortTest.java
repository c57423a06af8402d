package io.mpoauth2.tck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class SilentPortTest {
  @Test
  void connection_is_neither_taken_nor_refused() throws Exception {
    int port = freePort();

    try (SilentPort silent = new SilentPort(port);
        Socket client = new Socket()) {
      assertThrows(
          SocketTimeoutException.class,
          () -> client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
