package io.mpoauth2.it.core;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What an API can send with its refusal. */
interface RefusalRows extends Rows {
  @Test
  default void refusal_of_64_kB() {
    assertRetried(Refusal.of(401, new byte[64_000]));
  }

  @Test
  default void refusal_of_5_MB() {
    assertRetried(Refusal.of(401, new byte[5_000_000]));
  }

  @Test
  default void refusal_without_a_body() {
    assertRetried(Refusal.of(401, new byte[0]));
  }

  @Test
  default void refusal_in_gzip() {
    assertRetried(Refusal.zipped());
  }

  @Test
  default void refusal_with_400_and_invalid_token() {
    assertRetried(Refusal.of(400, new byte[10]));
  }

  @Test
  default void refusal_with_403_and_invalid_token() {
    assertRetried(Refusal.of(403, new byte[10]));
  }

  @Test
  default void refusal_that_drips() {
    assertSameOrRefused(refusing(Refusal.dripping()), calls -> calls.post("hello"));
  }

  @Test
  default void refusal_that_hangs() {
    assertSameOrRefused(refusing(Refusal.hanging()), calls -> calls.post("hello"));
  }

  @Test
  default void refusal_that_is_cut() {
    assertSameOrRefused(refusing(Refusal.cut()), calls -> calls.post("hello"));
  }

  private void assertRetried(Refusal refusal) {
    assertSame(refusing(refusal), calls -> calls.post("hello"));
  }

  private static Consumer<Stage> refusing(Refusal refusal) {
    return stage -> stage.watched().api().refuse(refusal);
  }
}
