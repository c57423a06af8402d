package io.mpoauth2.benchmarks.scenario;

import io.mpoauth2.benchmarks.contender.Entrant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What was measured of each entrant. */
final class ByEntrant<T> {
  private final Map<Entrant, T> measured = new EnumMap<>(Entrant.class);

  ByEntrant(Supplier<T> none) {
    for (Entrant entrant : Entrant.CACHES) {
      measured.put(entrant, none.get());
    }
  }

  T of(Entrant entrant) {
    return measured.get(entrant);
  }

  /** Gives the lowest figure that a rival has. */
  double best(ToDoubleFunction<T> figure) {
    return measured.entrySet().stream()
        .filter(entry -> entry.getKey() != Entrant.OURS)
        .mapToDouble(entry -> figure.applyAsDouble(entry.getValue()))
        .min()
        .orElseThrow();
  }
}
