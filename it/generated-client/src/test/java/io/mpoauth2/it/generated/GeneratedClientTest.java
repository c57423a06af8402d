package io.mpoauth2.it.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.example.orders.OrdersApi;
import com.example.orders.model.NewOrder;
import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.junit.SandboxExtension;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@link OrdersApi} is what the OpenAPI generator writes; nobody annotates it. */
class GeneratedClientTest {
  @RegisterExtension
  static final SandboxExtension SANDBOX =
      SandboxExtension.of("orders").api("com.example.orders.OrdersApi");

  private SeContainer container;
  private OrdersApi orders;

  @BeforeEach
  void start() {
    container = SeContainerInitializer.newInstance().initialize();
    orders = container.select(OrdersApi.class, RestClient.LITERAL).get();
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void interface_knows_nothing_of_the_library() {
    assertThat(Arrays.stream(OrdersApi.class.getAnnotations()).map(Annotation::annotationType))
        .noneMatch(type -> type.getName().startsWith("io.mpoauth2"));
  }

  @Test
  void secured_operations_get_a_token_by_configuration_alone(Sandbox sandbox) throws Exception {
    assertThat(orders.getOrder("4711").getId()).isEqualTo("4711");
    assertThat(orders.placeOrder(new NewOrder().article("pen")).getStatus()).isEqualTo("placed");

    assertThat(sandbox.counters().tokenRequests()).isEqualTo(1);
  }

  @Test
  void public_operation_gets_none_and_none_is_asked_for(Sandbox sandbox) throws Exception {
    assertThat(orders.openingHours().getOpens()).isEqualTo("08:00");

    assertThat(sandbox.counters().tokenRequests()).isZero();
  }

  /** The sandbox answers a call with a token to a public operation with a 400. */
  @Test
  void public_operation_gets_none_though_there_is_one() throws Exception {
    orders.getOrder("4711");

    assertThatCode(orders::openingHours).doesNotThrowAnyException();
  }

  @Test
  void refused_token_is_replaced_before_the_generated_mapper_sees_the_401(Sandbox sandbox)
      throws Exception {
    orders.getOrder("4711");
    sandbox.revokeTokens();

    assertThat(orders.getOrder("4711").getId()).isEqualTo("4711");
  }
}
