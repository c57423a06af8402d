package io.mpoauth2.it;

import static java.util.stream.Collectors.averagingInt;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.it.listening.ListeningApplication;
import io.mpoauth2.it.redeployed.RedeployedApplication;
import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.TokenFault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private static final int ROUNDS = 50;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Thirty applications that stay take 16,000; without any, 2,500 to 3,100 were seen. */
  private static final int FLAT_KILOBYTES = 4_500;

  private final Visitor visitor = new Visitor(Integer.getInteger("http.port"));
  private final ServerJvm server = ServerJvm.started();

  @ArquillianResource Deployer deployer;

  @Deployment(name = "redeployed", managed = false, testable = false)
  static WebArchive redeployed() {
    Sandbox silent = Sandbox.start();
    silent.failTokenRequests(TokenFault.hanging());
    return Application.redeployed(ReservedSandbox.start(), silent.tokenEndpoint());
  }

  @Deployment(name = "listening", managed = false, testable = false)
  static WebArchive listening() {
    URI api = ReservedSandbox.start();
    return Application.listening(api);
  }

  @Test
  void fifty_redeployments_leave_nothing_behind() {
    List<Integer> metaspace = new ArrayList<>();

    for (int round = 0; round < ROUNDS; round++) {
      assertThat(lifeOf("redeployed", RedeployedApplication.class).lines())
          .containsExactly(
              "call: document",
              "built client: document",
              "token: Bearer",
              "token later: Bearer",
              "call after a 401: document",
              "asynchronous call after a 401: document",
              "wrong secret: TokenRefusedException",
              "silent token endpoint: TokenUnavailableException",
              "token that nobody waits for: still asked for");
      awaitNothingOf(RedeployedApplication.class);
      metaspace.add(server.metaspace());
    }

    System.out.println("Metaspace after each round, in kB: " + metaspace);
    assertThat(average(metaspace.subList(40, 50)) - average(metaspace.subList(10, 20)))
        .as("Metaspace of the last rounds against earlier ones: %s", metaspace)
        .isLessThan(FLAT_KILOBYTES);
  }

  /** If this fails, RESTEasy is well, and what {@code redeployed} does about it can go. */
  @Test
  void resteasy_keeps_an_application_with_any_listener() {
    int rounds = 5;

    for (int round = 0; round < rounds; round++) {
      assertThat(lifeOf("listening", ListeningApplication.class)).contains("UP");
    }

    server.collectGarbage();
    // One may be in use still, with anything in it.
    assertThat(server.loadersWith(ListeningApplication.class)).isGreaterThan(2);
  }

  /** Gives what it answered. */
  private String lifeOf(String application, Class<?> type) {
    deployer.deploy(application);
    try {
      String answer = visitor.get("/" + application + "/calls");
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
              visitor.visit("/");
              server.collectGarbage();
              assertThat(server.threads("mp-oauth2-client")).isEmpty();
              assertThat(server.loadersWith(application)).isZero();
            });
  }

  private static double average(List<Integer> numbers) {
    return numbers.stream().collect(averagingInt(Integer::intValue));
  }
}
