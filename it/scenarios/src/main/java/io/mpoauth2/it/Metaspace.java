package io.mpoauth2.it;

import java.util.ArrayList;
import java.util.List;

/** What the rounds of one kind have taken of a server's metaspace, one after the other. */
final class Metaspace {
  private final List<Integer> kilobytes = new ArrayList<>();

  /** Notes what one round has added. */
  void add(int growth) {
    kilobytes.add(growth);
  }

  /** Gives what a round has added, half of the settled ones less and half of them more. */
  int median() {
    return settled().get(settled().size() / 2);
  }

  /** Gives what three of four settled rounds have not added. */
  int upperQuartile() {
    return settled().get(settled().size() * 3 / 4);
  }

  /** The later half, in order of size: a server that has just started loads classes of its own. */
  private List<Integer> settled() {
    return kilobytes.stream().skip(kilobytes.size() / 2).sorted().toList();
  }

  @Override
  public String toString() {
    return kilobytes.toString();
  }
}
