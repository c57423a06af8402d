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

  /** Sets the alarm for the deadline that a flight has now, in place of an earlier one. */
  void setAlarm(Flight flight) {
    Duration timeout = flight.timeout();
    flight.keepAlarm(timer.after(left(flight), () -> ring(flight, timeout)));
  }

  Duration left(Flight flight) {
    return Duration.ofNanos(flight.deadline() - clock.now());
  }

  void expire(Flight flight) {
    landing.afterDeadline(flight);
    stages.elsewhere(flight);
  }

  /** An alarm may ring though it was cancelled, a moment too late: then another deadline holds. */
  private void ring(Flight flight, Duration timeout) {
    if (timeout.equals(flight.timeout())) {
      expire(flight);
    }
  }
}
