package io.mpoauth2.it;

import static java.util.stream.Collectors.averagingInt;

import java.util.ArrayList;
import java.util.List;

/** What the kinds of redeployment have taken of a server's metaspace, one round after the other. */
final class Metaspace {
  private final List<Integer> kilobytes = new ArrayList<>();

  /** Notes what one round has added. */
  void add(int growth) {
    kilobytes.add(growth);
  }

  /** Gives what a round has added on average, without those in which the server warmed up. */
  double perRound(int warmUp) {
    return kilobytes.stream().skip(warmUp).collect(averagingInt(Integer::intValue));
  }

  @Override
  public String toString() {
    return kilobytes.toString();
  }
}
