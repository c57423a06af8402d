package io.mpoauth2.client.cache;

import java.time.Duration;

/** Ends each flight at its deadline, whatever its thread waits for, or if it never got one. */
final class Deadlines {
  private final Timer timer;
  private final Clock clock;
  private final Landing landing;
  private final StageCompletion stages;

  Deadlines(Timer timer, Clock clock, Landing landing, StageCompletion stages) {
    this.timer = timer;
    this.clock = clock;
    this.landing = landing;
    this.stages = stages;
  }

  /** Watches the deadline that a flight has now. */
  void watch(Flight flight) {
    Duration watched = flight.timeout();
    flight.watchedBy(timer.after(left(flight), () -> ring(flight, watched)));
  }

  Duration left(Flight flight) {
    return Duration.ofNanos(flight.deadline() - clock.now());
  }

  void expire(Flight flight) {
    landing.afterDeadline(flight);
    stages.elsewhere(flight);
  }

  /** Does nothing if it has another deadline by now, and with it another alarm. */
  private void ring(Flight flight, Duration watched) {
    if (watched.equals(flight.timeout())) {
      expire(flight);
    }
  }
}
