package io.mpoauth2.client.token.watch;

import io.mpoauth2.client.token.TokenListener;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The listeners that watched something begin. */
public final class Onlookers {
  private final List<Onlooker> each;

  Onlookers(List<Onlooker> each) {
    this.each = each;
  }

  record Onlooker(Listener listener, Told told) {}

  /**
   * Tells what came of it.
   *
   * @param <E> the kind of event
   * @param event made for each listener, and not if there is none
   * @param to the listener's method
   */
  public <E> void tell(Function<Told, E> event, BiConsumer<TokenListener, E> to) {
    for (Onlooker onlooker : each) {
      E happened = event.apply(onlooker.told());
      onlooker.listener().tell(listener -> to.accept(listener, happened));
    }
  }
}
