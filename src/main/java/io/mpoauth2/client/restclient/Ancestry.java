package io.mpoauth2.client.restclient;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Things by their distance from a first one: an interface and those it extends, for example. */
record Ancestry<E>(List<Set<E>> levels) {

  /** Gives an interface and those it extends. */
  static Ancestry<Class<?>> of(Class<?> api) {
    List<Set<Class<?>>> levels = new ArrayList<>();
    Set<Class<?>> seen = new LinkedHashSet<>();
    Set<Class<?>> level = Set.of(api);
    while (!level.isEmpty()) {
      levels.add(level);
      seen.addAll(level);
      Set<Class<?>> next = new LinkedHashSet<>();
      level.forEach(each -> next.addAll(List.of(each.getInterfaces())));
      next.removeAll(seen);
      level = next;
    }
    return new Ancestry<>(levels);
  }

  /** Gives all of them, the nearest first. */
  List<E> all() {
    return levels.stream().flatMap(Set::stream).toList();
  }

  /**
   * Gives what is found where the nearest are that have anything: one thing, unless they differ.
   */
  <S> Set<S> nearest(Function<E, Optional<S>> look) {
    for (Set<E> level : levels) {
      Set<S> found = new LinkedHashSet<>();
      level.stream().map(look).forEach(each -> each.ifPresent(found::add));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return Set.of();
  }
}
