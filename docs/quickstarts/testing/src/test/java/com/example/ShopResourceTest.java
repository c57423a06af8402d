package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.junit.SandboxExtension;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShopResourceTest {
  @RegisterExtension
  static final SandboxExtension SANDBOX = SandboxExtension.of("orders").api("orders");

  private SeContainer container;
  private RequestContextController request;
  private ShopResource shop;

  @BeforeEach
  void start() {
    container = SeContainerInitializer.newInstance().initialize();
    // No server begins a request here, and a bean that is @RequestScoped needs one.
    request = container.select(RequestContextController.class).get();
    request.activate();
    shop = container.select(ShopResource.class).get();
  }

  @AfterEach
  void stop() {
    request.deactivate();
    container.close();
  }

  @Test
  void order_is_got_with_a_token(Sandbox sandbox) {
    assertThat(shop.order("4711")).isEqualTo("{\"id\":\"4711\",\"status\":\"placed\"}");

    assertThat(sandbox.counters().tokenRequests()).isEqualTo(1);
  }

  @Test
  void revoked_token_is_not_noticed(Sandbox sandbox) {
    shop.order("4711");
    sandbox.revokeTokens();

    assertThat(shop.order("4711")).contains("placed");
  }

  @Test
  void with_a_wrong_secret_the_reason_is_told(Sandbox sandbox) {
    sandbox.changeSecret("another");

    assertThatThrownBy(() -> shop.order("4711"))
        .hasCauseInstanceOf(TokenRefusedException.class)
        .hasMessageContaining("oauth2.client.orders.client-secret");
  }
}
