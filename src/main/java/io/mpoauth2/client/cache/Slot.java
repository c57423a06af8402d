package io.mpoauth2.client.cache;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The place of the one flight, and all else that threads share. Each step is one compare-and-set,
 * so that of all who would end a flight (its thread, the timer, who closes) one does.
 */
final class Slot {
  private static final AtomicReferenceFieldUpdater<Slot, State> CHANGES =
      AtomicReferenceFieldUpdater.newUpdater(Slot.class, State.class, "state");

  /** In no AtomicReference: each call with a cached token would take that step too. */
  private volatile State state = State.EMPTY;

  /** One step. */
  record Change(State before, State after) {}

  State state() {
    return state;
  }

  boolean isOf(Flight flight) {
    return state().flight() == flight;
  }

  /** Gives the slot to a flight; says whether it did, which only works on the state as it is. */
  boolean take(State seen, Flight next) {
    return CHANGES.compareAndSet(this, seen, seen.takenBy(next));
  }

  /**
   * Frees the slot and stores an outcome in one step, if nobody has done so.
   *
   * @return what it was and is, null if the flight has landed
   */
  @Nullable Change free(Flight flight, UnaryOperator<State> outcome) {
    State seen = state();
    while (seen.flight() == flight) {
      State next = outcome.apply(seen);
      if (CHANGES.compareAndSet(this, seen, next)) {
        return new Change(seen, next);
      }
      seen = state();
    }
    return null;
  }

  /** Frees the slot for good; gives the flight that had it, null if none had. */
  @Nullable Flight end() {
    State seen = state();
    while (!CHANGES.compareAndSet(this, seen, seen.ended())) {
      seen = state();
    }
    return seen.flight();
  }
}
