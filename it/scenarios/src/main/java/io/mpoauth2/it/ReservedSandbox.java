package io.mpoauth2.it;

import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.SandboxKeys;
import java.net.URI;
import java.nio.file.Path;

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

  /** What the server's configuration has, too. */
  static final String SECRET = "it-secret:%+ &${x}";

  /** It ends with this JVM, which is one per server start. */
  private static final Sandbox SANDBOX = Sandbox.start(PORT, "it-client", SECRET, Sandbox.SCOPES);

  /** The build has made them, and an administrator has put the client's where the server's are. */
  private static final SandboxKeys KEYS =
      SandboxKeys.in(Path.of(System.getProperty("sandbox.keys")));

  static {
    SANDBOX.openTls(Integer.getInteger("sandbox.tls.port"), KEYS);
  }

  private ReservedSandbox() {}

  /** Returns its address. Its client has its keys again, if it was reset. */
  static URI start() {
    SANDBOX.changeKeys(KEYS.publicKeys());
    return SANDBOX.baseUri();
  }

  static Sandbox itself() {
    return SANDBOX;
  }
}
