package io.mpoauth2.it.quickstarts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.sandbox.Sandbox;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stranger follows a quick start's page, with the sandbox in place of an API. */
class QuickstartIT {
  static Stream<String> quickstarts() {
    return Stream.of(System.getProperty("quickstarts").split(","));
  }

  @ParameterizedTest
  @MethodSource("quickstarts")
  void commands_of_the_page_end_with_an_order_got_with_a_token(String name) throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      String order = Quickstart.named(name).order(sandbox);

      assertThat(order).isEqualTo("{\"id\":\"4711\",\"status\":\"placed\"}");
      assertThat(sandbox.counters().tokenRequests()).isEqualTo(1);
    }
  }
}
