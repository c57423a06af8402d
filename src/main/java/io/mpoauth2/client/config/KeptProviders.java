package io.mpoauth2.client.config;

import io.mpoauth2.client.cache.CachedTokenProvider;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The providers that were given out, which are not too many and end together. Thread-safe. */
final class KeptProviders implements AutoCloseable {
  /** Far more than any application has; a scope made of a caller's input would fill the memory. */
  static final int MOST = 1000;

  private final Map<TokenKey, CachedTokenProvider> byKey = new ConcurrentHashMap<>();
  private final Set<CachedTokenProvider> ofOthers = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Gives the one of a key, which is made if there is none. */
  CachedTokenProvider get(TokenKey key, Function<TokenKey, CachedTokenProvider> make) {
    CachedTokenProvider known = byKey.get(key);
    if (known != null) {
      return open(known);
    }
    throwIfFull();
    return open(byKey.computeIfAbsent(key, make));
  }

  /** Gives a new one that has no key. */
  CachedTokenProvider add(Supplier<CachedTokenProvider> make) {
    throwIfClosed();
    throwIfFull();
    CachedTokenProvider made = make.get();
    ofOthers.add(made);
    return open(made);
  }

  private CachedTokenProvider open(CachedTokenProvider provider) {
    if (closed) {
      // Whoever closed in between may not have seen this one.
      provider.close();
      throwIfClosed();
    }
    return provider;
  }

  void throwIfClosed() {
    if (closed) {
      throw new IllegalStateException("closed: the application of these token providers has ended");
    }
  }

  private void throwIfFull() {
    if (byKey.size() + ofOthers.size() >= MOST) {
      throw new IllegalStateException(
          "there are tokens of "
              + MOST
              + " clients and scope sets already; a scope must not depend on the single call");
    }
  }

  @Override
  public void close() {
    closed = true;
    byKey.values().forEach(CachedTokenProvider::close);
    ofOthers.forEach(CachedTokenProvider::close);
    byKey.clear();
    ofOthers.clear();
  }
}
