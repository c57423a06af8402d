package io.mpoauth2.benchmarks.contender;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

/** The cache that many applications have anyway, set up with care, over the bare token request. */
final class CaffeineCache implements Contender {
  private static final String KEY = "client";

  private final LoadingCache<String, String> tokens;

  CaffeineCache(Terms terms) {
    TokenPost request = new TokenPost(terms);
    tokens =
        Caffeine.newBuilder()
            .expireAfterWrite(terms.lifetime().minus(terms.expiryMargin()))
            .refreshAfterWrite(terms.lifetime().minus(terms.refreshMargin()))
            .build(key -> request.send());
  }

  @Override
  public String token() {
    return tokens.get(KEY);
  }

  @Override
  public String replace(String rejected) {
    tokens.asMap().remove(KEY, rejected);
    return tokens.get(KEY);
  }

  @Override
  public void close() {
    tokens.invalidateAll();
  }
}
