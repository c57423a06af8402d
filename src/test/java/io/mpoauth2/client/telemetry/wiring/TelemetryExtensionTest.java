package io.mpoauth2.client.telemetry.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.testing.FakeHealthResponses;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.RecordedTelemetry;
import io.mpoauth2.client.testing.RegisteredConfig;
import io.mpoauth2.client.token.TokenProvider;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In Weld SE: whoever has the APIs has those who watch, without a line of code. */
public class TelemetryExtensionTest {
  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final RegisteredConfig config = new RegisteredConfig();

  @Dependent
  public static class Calling {
    @Inject
    @OAuth2Client("signicat")
    TokenProvider tokens;

    @Inject @Readiness HealthCheck health;
  }

  @ApplicationScoped
  public static class Telemetry {
    final RecordedTelemetry recorded = new RecordedTelemetry();

    @Produces
    @ApplicationScoped
    OpenTelemetry api() {
      return recorded.api();
    }

    RecordedTelemetry recorded() {
      return recorded;
    }
  }

  @BeforeEach
  void configure() {
    HealthCheckResponse.setResponseProvider(new FakeHealthResponses());
    config
        .set("oauth2.client.signicat.token-endpoint", server.uri().toString())
        .set("oauth2.client.signicat.client-id", "id")
        .set("oauth2.client.signicat.client-secret", "s3cret");
  }

  @AfterEach
  void close() {
    HealthCheckResponse.setResponseProvider(null);
    config.close();
    server.close();
  }

  @Test
  void token_requests_are_spans_of_the_applications_open_telemetry() {
    server.answersToken("abc", 3600);
    try (SeContainer container = application(Calling.class, Telemetry.class)) {
      container.select(Calling.class).get().tokens.token();

      RecordedTelemetry recorded = container.select(Telemetry.class).get().recorded();
      assertThat(recorded.span("POST").getAttributes().asMap().values()).contains("signicat");
    }
  }

  @Test
  void an_application_without_open_telemetry_works_too() {
    server.answersToken("abc", 3600);
    try (SeContainer container = application(Calling.class)) {
      assertThat(container.select(Calling.class).get().tokens.token().value()).isEqualTo("abc");
    }
  }

  @Test
  void readiness_goes_down_and_up_with_the_token_endpoint() {
    server.answers(503, "");
    try (SeContainer container = application(Calling.class)) {
      Calling calling = container.select(Calling.class).get();
      assertThat(calling.health.call().getStatus()).isEqualTo(Status.UP);

      var unused = catchThrowable(calling.tokens::token);
      assertThat(calling.health.call().getStatus()).isEqualTo(Status.DOWN);

      server.answersToken("abc", 3600);
      // The check itself has a token asked for when the cooldown is over.
      for (int probe = 0; calling.health.call().getStatus() != Status.UP && probe < 200; probe++) {
        LockSupport.parkNanos(100_000_000);
      }
      assertThat(calling.health.call().getStatus()).isEqualTo(Status.UP);
    }
  }

  /** On WildFly a check that lies there is the one that the server's health sees. */
  @Test
  void a_library_that_is_a_module_of_the_server_has_a_second_check_where_its_api_is() {
    assertThat(checks()).containsOnly(Status.UP).hasSize(1);

    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    thread.setContextClassLoader(new ClassLoader(own) {});
    try {
      assertThat(checks()).containsOnly(Status.UP).hasSize(2);
    } finally {
      thread.setContextClassLoader(own);
    }
  }

  private static List<Status> checks() {
    try (SeContainer container = application(Telemetry.class)) {
      return container.select(HealthCheck.class, Readiness.Literal.INSTANCE).stream()
          .map(check -> check.call().getStatus())
          .toList();
    }
  }

  private static SeContainer application(Class<?>... beans) {
    return SeContainerInitializer.newInstance().addBeanClasses(beans).initialize();
  }
}
