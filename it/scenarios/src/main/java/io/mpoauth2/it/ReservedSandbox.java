package io.mpoauth2.it;

import io.mpoauth2.sandbox.Sandbox;
import java.net.URI;

/**
 * The Signicat that the server's configuration speaks of; it runs in the JVM of the tests, beside
 * the server.
 */
final class ReservedSandbox {
  /**
   * Reserved by the build, because the server's configuration names the token endpoint before
   * anything runs.
   */
  private static final int PORT = Integer.getInteger("sandbox.port");

  private static Sandbox running;

  private ReservedSandbox() {}

  /** Returns its address; it ends with this JVM, which is one per server start. */
  static synchronized URI start() {
    if (running == null) {
      running = Sandbox.start(PORT, "it-client", "it-secret:%+ &${x}", Sandbox.SCOPES);
    }
    return running.baseUri();
  }
}
