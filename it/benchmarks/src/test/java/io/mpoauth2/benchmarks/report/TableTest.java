package io.mpoauth2.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void figures_have_three_digits_and_no_false_precision() {
    assertEquals("0.031", Table.figure(0.0312));
    assertEquals("1.26", Table.figure(1.264));
    assertEquals("10.0", Table.figure(9.96));
    assertEquals("100", Table.figure(99.6));
    assertEquals("5,686", Table.figure(5686.3));
  }

  @Test
  void counts_are_whole_unless_they_are_not() {
    assertEquals("0", Table.count(0));
    assertEquals("5,686", Table.count(5686));
    assertEquals("1.5", Table.count(1.5));
  }
}
