package io.mpoauth2.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs a sandbox by itself until it is stopped or its standard input ends. */
public final class SandboxMain {
  private SandboxMain() {}

  /**
   * Starts a sandbox, prints where it is and how to authenticate, and waits for its end.
   *
   * @param arguments the port, a free one by default; {@code --detached} to run on when standard
   *     input ends, as it does at once for a job in the background
   * @throws InterruptedException when the wait is interrupted
   */
  public static void main(String... arguments) throws InterruptedException {
    List<String> rest = new ArrayList<>(Arrays.asList(arguments));
    boolean detached = rest.remove("--detached");
    int port = rest.isEmpty() ? 0 : Integer.parseInt(rest.get(0));
    try (Sandbox sandbox = Sandbox.start(port)) {
      // A throw-away secret that guards nothing: printing it spares everybody a look into the code.
      System.out.println("base URI:       " + sandbox.baseUri());
      System.out.println("token endpoint: " + sandbox.tokenEndpoint());
      System.out.println("client id:      " + Sandbox.DEFAULT_CLIENT_ID);
      System.out.println("client secret:  " + Sandbox.DEFAULT_CLIENT_SECRET);
      if (!detached) {
        Thread input = new Thread(() -> closeAtEndOfInput(sandbox), "sandbox-input");
        input.setDaemon(true);
        input.start();
      }
      sandbox.awaitEnd();
    }
  }

  private static void closeAtEndOfInput(Sandbox sandbox) {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      sandbox.close();
    }
  }
}
