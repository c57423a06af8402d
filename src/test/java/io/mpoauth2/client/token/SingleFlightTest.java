package io.mpoauth2.client.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
  private static final AccessToken TOKEN =
      new AccessToken("token", "Bearer", Instant.EPOCH, Set.of());

  private final AtomicReference<@Nullable SingleFlight> slot = new AtomicReference<>();
  private final SingleFlight flight = another();

  @Test
  void there_is_one_flight_at_a_time() {
    assertThat(slot.get()).isNull();

    assertThat(flight.takeOff()).isTrue();

    assertThat(another().takeOff()).isFalse();
    assertThat(slot.get()).isSameAs(flight);
  }

  @Test
  void the_next_flight_can_start_when_one_has_landed() {
    flight.takeOff();

    flight.land(TOKEN, null);

    assertThat(slot.get()).isNull();
    assertThat(another().takeOff()).isTrue();
  }

  @Test
  void followers_get_the_token_even_without_patience() throws Exception {
    flight.takeOff();
    flight.land(TOKEN, null);

    assertThat(flight.await(-1)).isSameAs(TOKEN);
  }

  @Test
  void followers_get_nothing_from_an_abandoned_flight() throws Exception {
    flight.takeOff();
    flight.land(null, null);

    assertThat(flight.await(0)).isNull();
  }

  @Test
  void each_follower_gets_an_exception_of_its_own() {
    TokenException failure = new TokenUnavailableException("slow", null);
    flight.takeOff();
    flight.land(null, failure);

    for (int follower = 0; follower < 2; follower++) {
      assertThatThrownBy(() -> flight.await(0)).isNotSameAs(failure).hasCause(failure);
    }
  }

  @Test
  void a_follower_without_patience_does_not_wait() {
    flight.takeOff();

    assertThatThrownBy(() -> flight.await(0)).isInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> flight.await(-1)).isInstanceOf(TimeoutException.class);
  }

  // NullAway reads no type arguments out of class files, and so takes the slot's for not nullable.
  @SuppressWarnings("NullAway")
  private SingleFlight another() {
    return new SingleFlight(slot, Duration.ofSeconds(10));
  }
}
