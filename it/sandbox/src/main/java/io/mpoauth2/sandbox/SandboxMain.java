package io.mpoauth2.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Runs a sandbox by itself until it is stopped or its standard input ends. */
public final class SandboxMain {
  private SandboxMain() {}

  /**
   * Starts a sandbox, prints where it is and how to authenticate, and waits for its end. With
   * arguments that it does not know it prints which there are, and ends with the status 2.
   *
   * @param arguments {@code --help} tells them
   * @throws InterruptedException when the wait is interrupted
   */
  public static void main(String... arguments) throws InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Start.USAGE);
      return;
    }
    Start start;
    try {
      start = Start.from(arguments);
    } catch (IllegalArgumentException mistake) {
      System.err.println(mistake.getMessage());
      System.err.print(Start.USAGE);
      System.exit(2);
      return;
    }
    run(start);
  }

  private static void run(Start start) throws InterruptedException {
    try (Sandbox sandbox = Sandbox.start(start.port(), start.client())) {
      // A throw-away secret that guards nothing: printing it spares everybody a look into the code.
      System.out.println("base URI:       " + sandbox.baseUri());
      System.out.println("token endpoint: " + sandbox.tokenEndpoint());
      System.out.println("client id:      " + start.client().id());
      System.out.println("client secret:  " + start.client().secret());
      if (!start.isDetached()) {
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
