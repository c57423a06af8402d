package io.mpoauth2.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mpoauth2.it.api.Controls;
import io.mpoauth2.it.api.Reader;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long the first call of a REST client takes in a server that has just started; the log tells.
 * Each of the two needs a server of its own, so neither is run unless it is named: {@code
 * -Dit.test=FirstCall#with_a_token}.
 */
@ExtendWith(ArquillianExtension.class)
public class FirstCall {
  @Inject Config config;

  @Deployment
  static WebArchive application() {
    return Application.calling(ReservedSandbox.startedLongAgo());
  }

  @Test
  void with_a_token() {
    measure("with a token", () -> client(Reader.class).get("contract-1"));
  }

  @Test
  void without_a_token() {
    measure("without a token", () -> client(Controls.class).counters());
  }

  private <T> T client(Class<T> api) {
    URI base = URI.create(config.getValue("api/mp-rest/url", String.class));
    return RestClientBuilder.newBuilder().baseUri(base).build(api);
  }

  private static void measure(String what, Supplier<String> call) {
    long start = System.nanoTime();
    String answer = call.get();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    System.getLogger(FirstCall.class.getName())
        .log(System.Logger.Level.INFO, "first call {0}: {1} ms", what, taken.toMillis());
    assertTrue(answer.startsWith("{"), answer);
  }
}
