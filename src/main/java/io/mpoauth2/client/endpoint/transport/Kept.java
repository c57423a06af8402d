package io.mpoauth2.client.endpoint.transport;

import org.jspecify.annotations.Nullable;

/**
 * What was made of a value last, for as long as that value is asked for. Thread-safe; two threads
 * may make the same at the same time.
 */
final class Kept<K, V> {
  private volatile @Nullable Entry<K, V> last;

  private record Entry<K, V>(K key, V value) {}

  /** Makes one of the other. */
  @FunctionalInterface
  interface Maker<K, V, E extends Exception> {
    V make(K key) throws E;
  }

  <E extends Exception> V of(K key, Maker<K, V, E> maker) throws E {
    Entry<K, V> known = last;
    if (known != null && known.key().equals(key)) {
      return known.value();
    }
    V made = maker.make(key);
    last = new Entry<>(key, made);
    return made;
  }
}
