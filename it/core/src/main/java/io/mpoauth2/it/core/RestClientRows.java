package io.mpoauth2.it.core;

import io.mpoauth2.it.core.api.Calls;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** What only a MicroProfile client has. */
interface RestClientRows extends Rows {
  @Test
  default void filter_that_reads_the_invoked_method() {
    assertSame(
        stage -> {
          ClientRequestFilter reading =
              request ->
                  stage.saw(
                      "method "
                          + name(
                              request.getProperty(
                                  "org.eclipse.microprofile.rest.client.invokedMethod")));
          stage.with(reading).showing("method get");
        },
        Calls::get);
  }

  @Test
  default void exception_mapper_sees_only_the_final_answer() {
    assertSame(
        stage -> stage.with(new WatchingMapper(stage)).showing("mapper 200"),
        calls -> calls.post("hello"));
  }

  @Test
  default void exception_mapper_and_a_refusal_that_is_cut() {
    assertSameOrRefused(
        stage -> {
          stage.with(new WatchingMapper(stage)).showing("mapper 200");
          stage.api().refuse(Refusal.cut());
        },
        Calls::get);
  }

  private static String name(Object method) {
    return method instanceof Method found ? found.getName() : "none";
  }
}
