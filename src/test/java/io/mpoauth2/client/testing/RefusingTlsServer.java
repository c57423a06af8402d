package io.mpoauth2.client.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Takes nobody without a certificate that it trusts, and waits until the client has read so: a
 * server that hangs up at once may take its own alert with it.
 */
public final class RefusingTlsServer implements AutoCloseable {
  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final SSLContext identity;
  private final String protocol;

  public RefusingTlsServer(SSLContext identity, String protocol) throws IOException {
    this.identity = identity;
    this.protocol = protocol;
    Thread thread = new Thread(this::accept, "refusing-tls-server");
    thread.setDaemon(true);
    thread.start();
  }

  public URI uri() {
    return URI.create("https://localhost:" + listening.getLocalPort() + "/token");
  }

  private void accept() {
    try {
      while (true) {
        try (Socket client = listening.accept()) {
          refuse(client);
          client.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void refuse(Socket client) throws IOException {
    SSLSocket secured =
        (SSLSocket) identity.getSocketFactory().createSocket(client, "localhost", 0, false);
    secured.setUseClientMode(false);
    secured.setNeedClientAuth(true);
    secured.setEnabledProtocols(new String[] {protocol});
    try {
      secured.startHandshake();
    } catch (IOException e) {
      // The client has its alert.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
