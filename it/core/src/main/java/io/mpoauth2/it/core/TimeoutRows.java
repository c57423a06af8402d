package io.mpoauth2.it.core;

import io.mpoauth2.it.core.api.Calls;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever is impatient with the first request is so with the second one. */
interface TimeoutRows extends Rows {
  Duration LONGEST = Duration.ofSeconds(1);

  @Test
  default void time_out_of_the_client() {
    assertTimesOut(stage -> stage.subject().readTimeout(LONGEST), Calls::get);
  }

  @Test
  default void time_out_of_the_client_for_a_post() {
    assertTimesOut(stage -> stage.subject().readTimeout(LONGEST), calls -> calls.post("hello"));
  }
}
