package io.mpoauth2.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * The ports of a server, on the loopback interface.
 *
 * @param http of its applications
 * @param management of its management interface
 */
record Ports(int http, int management) {
  static final String HOST = "127.0.0.1";

  /** Finds two that are free, so that the demo runs beside other servers. */
  static Ports free() throws IOException {
    // Both open at a time, or the second could be the first again.
    try (ServerSocket http = anyPort();
        ServerSocket management = anyPort()) {
      return new Ports(http.getLocalPort(), management.getLocalPort());
    }
  }

  private static ServerSocket anyPort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getByName(HOST));
  }
}
