package io.mpoauth2.client.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeAuthorizationServer;
import io.mpoauth2.client.testing.RegisteredConfig;
import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second run of the tests has none of the optional APIs on its class path. */
@EnabledIfSystemProperty(named = "optional.apis", matches = "absent")
public class WithoutOptionalApisTest {
  @Dependent
  public static class Calling {
    @Inject
    @OAuth2Client("signicat")
    TokenProvider tokens;

    @Inject @Any Instance<TokenListener> listeners;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.opentelemetry.api.OpenTelemetry",
        "io.opentelemetry.context.Context",
        "org.eclipse.microprofile.health.HealthCheck"
      })
  void they_are_really_absent(String type) {
    assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void an_application_works_and_nobody_warns() {
    try (FakeAuthorizationServer server = new FakeAuthorizationServer();
        RegisteredConfig config = new RegisteredConfig();
        CapturedLog log = CapturedLog.start()) {
      config
          .set("oauth2.client.signicat.token-endpoint", server.tokenEndpoint().toString())
          .set("oauth2.client.signicat.client-id", "id")
          .set("oauth2.client.signicat.client-secret", "s3cret");
      try (SeContainer container =
          SeContainerInitializer.newInstance().addBeanClasses(Calling.class).initialize()) {
        Calling calling = container.select(Calling.class).get();

        assertThat(calling.tokens.token().value()).isEqualTo("token-1");
        assertThat(calling.listeners).isEmpty();
      }
      // At the finest level Weld also tells of a module-info, which is its own affair.
      assertThat(log.everything())
          .doesNotContain(
              "io.opentelemetry",
              "io/opentelemetry",
              "org.eclipse.microprofile.health",
              "org/eclipse/microprofile/health");
    }
  }
}
