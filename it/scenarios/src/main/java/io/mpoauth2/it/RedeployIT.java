package io.mpoauth2.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.it.extended.IdleExtension;
import io.mpoauth2.it.listening.ListeningApplication;
import io.mpoauth2.it.redeployed.RedeployedApplication;
import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.TokenFault;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application comes and goes while its server stays, and leaves nothing behind in it. */
@ExtendWith(ArquillianExtension.class)
@Tag("redeploy")
public class RedeployIT {
  private static final int ROUNDS = Integer.getInteger("redeploy.rounds", 50);

  private static final String NEIGHBOUR = "/neighbour/index.html";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Visitor visitor = new Visitor(Integer.getInteger("http.port"));
  private final ServerJvm server = ServerJvm.started();

  @ArquillianResource Deployer deployer;

  @Deployment(name = "redeployed", managed = false, testable = false)
  static WebArchive redeployed() {
    Sandbox silent = Sandbox.start();
    silent.failTokenRequests(TokenFault.hanging());
    return Application.redeployed(ReservedSandbox.start(), silent.tokenEndpoint());
  }

  @Deployment(name = "neighbour", managed = false, testable = false)
  static WebArchive neighbour() {
    return Application.neighbour();
  }

  @Deployment(name = "extended", managed = false, testable = false)
  static WebArchive extended() {
    return Application.extended();
  }

  @Deployment(name = "listening", managed = false, testable = false)
  static WebArchive listening() {
    URI api = ReservedSandbox.start();
    return Application.listening(api);
  }

  /**
   * The server itself grows a little with each deployment, so every other one is a control: the
   * same WAR, of which nothing of the library is called. What is left behind each time would show
   * in half of the rounds.
   */
  @Test
  void fifty_redeployments_leave_nothing_behind() {
    Metaspace control = new Metaspace();
    Metaspace calls = new Metaspace();
    deployer.deploy("neighbour");
    // A thread of WildFly's may hold for ever what it did first.
    visitor.crowd(NEIGHBOUR);

    for (int round = 0; round < ROUNDS; round++) {
      control.add(
          growth(
              () ->
                  assertThat(lifeOf("redeployed", "plain", RedeployedApplication.class))
                      .contains("UP")));
      calls.add(
          growth(
              () ->
                  assertThat(lifeOf("redeployed", "calls", RedeployedApplication.class).lines())
                      .containsExactly(
                          "call: document",
                          "built client: document",
                          "token: Bearer",
                          "token later: Bearer",
                          "call after a 401: document",
                          "asynchronous call after a 401: document",
                          "wrong secret: TokenRefusedException",
                          "silent token endpoint: TokenUnavailableException",
                          "token that nobody waits for: still asked for")));
    }

    deployer.undeploy("neighbour");
    System.out.println("Metaspace per round in kB, control: " + control + ", calls: " + calls);
    assertThat(calls.median())
        .as("kB of metaspace per round: %s; of the control: %s", calls, control)
        .isLessThanOrEqualTo(control.upperQuartile());
  }

  /** If this fails, RESTEasy is well, and {@code ResteasyListeners} of the library can go. */
  @Test
  void resteasy_keeps_an_application_with_any_listener() {
    int rounds = 5;

    for (int round = 0; round < rounds; round++) {
      assertThat(lifeOf("listening", "calls", ListeningApplication.class)).contains("UP");
    }

    server.collectGarbage();
    // One may be in use still, with anything in it.
    assertThat(server.loadersWith(ListeningApplication.class)).isGreaterThan(2);
  }

  /** If this fails, Weld is well, and {@link #takeTheLastPlace()} can go. */
  @Test
  void weld_keeps_the_last_application_with_any_extension() {
    deployer.deploy("neighbour");
    visitor.crowd(NEIGHBOUR);
    takeTheLastPlace();

    server.collectGarbage();

    assertThat(server.loadersWith(IdleExtension.class)).isPositive();
    deployer.undeploy("neighbour");
  }

  /**
   * Comes and goes with an extension: the one before, which Weld keeps in a static field until
   * then, can go.
   */
  private void takeTheLastPlace() {
    deployer.deploy("extended");
    deployer.undeploy("extended");
  }

  /** Gives the kilobytes of metaspace by which the server is larger when nothing is left. */
  private int growth(Runnable life) {
    int before = server.metaspace();
    life.run();
    takeTheLastPlace();
    awaitNothingOf(RedeployedApplication.class);
    return server.metaspace() - before;
  }

  /** Gives what it answered. */
  private String lifeOf(String application, String path, Class<?> type) {
    deployer.deploy(application);
    try {
      String answer = visitor.get("/" + application + "/" + path);
      // Else a count of none would say nothing.
      assertThat(server.loadersWith(type)).isPositive();
      return answer;
    } finally {
      deployer.undeploy(application);
    }
  }

  private void awaitNothingOf(Class<?> application) {
    Awaitility.await("the end of the application's class loader and threads")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> {
              // A thread that served the application holds it until it serves somebody else.
              visitor.crowd(NEIGHBOUR);
              server.collectGarbage();
              assertThat(server.threads("mp-oauth2-client")).isEmpty();
              assertThat(server.loadersWith(application)).isZero();
            });
  }
}
