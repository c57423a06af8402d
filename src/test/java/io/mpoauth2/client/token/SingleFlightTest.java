package io.mpoauth2.client.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.token.SingleFlight.Flight;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
  private static final AccessToken TOKEN =
      new AccessToken("token", "Bearer", Instant.EPOCH, Set.of());

  private final SingleFlight flights = new SingleFlight();
  private final Flight flight = new Flight(Duration.ofSeconds(10));

  @Test
  void there_is_one_flight_at_a_time() {
    assertThat(flights.running()).isNull();

    assertThat(flights.take(flight)).isTrue();

    assertThat(flights.take(new Flight(Duration.ofSeconds(10)))).isFalse();
    assertThat(flights.running()).isSameAs(flight);
  }

  @Test
  void the_next_flight_can_start_when_one_has_landed() {
    flights.take(flight);

    flights.land(flight, TOKEN, null);

    assertThat(flights.running()).isNull();
    assertThat(flights.take(new Flight(Duration.ofSeconds(10)))).isTrue();
  }

  @Test
  void followers_get_the_token_even_without_patience() throws Exception {
    flights.take(flight);
    flights.land(flight, TOKEN, null);

    assertThat(flight.await(-1)).isSameAs(TOKEN);
  }

  @Test
  void followers_get_nothing_from_an_abandoned_flight() throws Exception {
    flights.take(flight);
    flights.land(flight, null, null);

    assertThat(flight.await(0)).isNull();
  }

  @Test
  void each_follower_gets_an_exception_of_its_own() {
    TokenException failure = new TokenUnavailableException("slow", null, null);
    flights.take(flight);
    flights.land(flight, null, failure);

    for (int follower = 0; follower < 2; follower++) {
      assertThatThrownBy(() -> flight.await(0)).isNotSameAs(failure).hasCause(failure);
    }
  }

  @Test
  void a_follower_without_patience_does_not_wait() {
    flights.take(flight);

    assertThatThrownBy(() -> flight.await(0)).isInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> flight.await(-1)).isInstanceOf(TimeoutException.class);
  }
}
