package io.mpoauth2.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Measured values of one thing, from several rounds. */
public final class Samples {
  private final List<Double> values = new ArrayList<>();

  public void add(double value) {
    values.add(value);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Gives the middle one, or the mean of the two in the middle: outliers are other programs. */
  public double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** Gives the smallest value that {@code share} of the values do not exceed. */
  public double quantile(double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }

  public double largest() {
    return quantile(1);
  }
}
