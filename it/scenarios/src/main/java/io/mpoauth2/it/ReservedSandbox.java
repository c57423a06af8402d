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

  /** It ends with this JVM, which is one per server start. */
  private static final Sandbox SANDBOX =
      Sandbox.start(PORT, "it-client", "it-secret:%+ &${x}", Sandbox.SCOPES);

  private ReservedSandbox() {}

  /** Returns its address. */
  static URI start() {
    return SANDBOX.baseUri();
  }
}
