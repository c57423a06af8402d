package io.mpoauth2.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void median_of_an_odd_number_is_the_middle_one() {
    assertEquals(2, samples(9, 1, 2).median());
  }

  @Test
  void median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() {
    assertEquals(2.5, samples(9, 1, 2, 3).median());
  }

  @Test
  void quantile_is_a_value_that_was_measured() {
    Samples thousand = new Samples();
    for (int i = 1; i <= 1000; i++) {
      thousand.add(i);
    }

    assertEquals(999, thousand.quantile(0.999));
    assertEquals(1000, thousand.largest());
    assertEquals(1, thousand.quantile(0));
  }

  private static Samples samples(double... values) {
    Samples samples = new Samples();
    for (double value : values) {
      samples.add(value);
    }
    return samples;
  }
}
