package io.mpoauth2.demo;

import java.io.IOException;
import java.nio.file.Path;

/** Runs the demo and prints it. Ends with 1 if something was not as it should be. */
final class Transcript {
  private Transcript() {}

  /** Ends the JVM itself: after a failure the management client may have left threads behind. */
  public static void main(String[] args) {
    int status = 1;
    try {
      status = print() ? 0 : 1;
    } catch (Exception e) {
      e.printStackTrace();
    }
    System.exit(status);
  }

  private static boolean print() throws IOException, InterruptedException {
    Page page = new Page(System.out);
    Signicat signicat = Signicat.in(System.getenv());
    if (!signicat.isComplete()) {
      page.blank();
      page.paragraph(
          "Set SIGNICAT_CLIENT_ID and SIGNICAT_CLIENT_SECRET for the real API, or neither of them"
              + " for the sandbox; here is one without the other.");
      page.blank();
      return false;
    }
    if (signicat.isThere()) {
      new SignicatTour(page, signicat).run(wildFly());
      return true;
    }
    return new SandboxTour(page).run(wildFly());
  }

  private static WildFly wildFly() {
    return new WildFly(
        System.getProperty("wildfly.version"),
        Path.of(System.getProperty("wildfly.home")),
        Path.of(System.getProperty("war")));
  }
}
