package io.mpoauth2.client.token.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.token.TokenListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LateListenerTest {
  private static final TokenListener READY =
      new TokenListener() {
        @Override
        public Object context() {
          return "context";
        }
      };

  @Test
  void it_is_made_when_it_is_asked_first_and_once() {
    AtomicInteger made = new AtomicInteger();
    LateListener late =
        new LateListener(
            "name",
            () -> {
              made.incrementAndGet();
              return READY;
            });
    assertThat(made).hasValue(0);

    assertThat(late.context()).isEqualTo("context");
    assertThat(late.context()).isEqualTo("context");

    assertThat(made).hasValue(1);
  }

  /** What makes it may ask for a token, whose request has whoever watches asked in turn. */
  @Test
  void while_it_is_made_it_has_no_context_for_anybody_and_nobody_waits() throws Exception {
    List<LateListener> itself = new ArrayList<>();
    List<@Nullable Object> meanwhile = new ArrayList<>();
    LateListener late =
        new LateListener(
            "name",
            () -> {
              meanwhile.add(itself.get(0).context());
              meanwhile.add(elsewhere(itself.get(0)));
              return READY;
            });
    itself.add(late);

    assertThat(late.context()).isEqualTo("context");

    assertThat(meanwhile).containsExactly(null, null);
  }

  @Test
  void one_that_cannot_be_made_is_tried_again() {
    AtomicInteger tries = new AtomicInteger();
    LateListener late =
        new LateListener(
            "name",
            () -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException();
              }
              return READY;
            });
    assertThatThrownBy(late::context).isInstanceOf(IllegalStateException.class);

    assertThat(late.context()).isEqualTo("context");
  }

  private static @Nullable Object elsewhere(LateListener late) {
    try {
      return CompletableFuture.supplyAsync(late::context).get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
