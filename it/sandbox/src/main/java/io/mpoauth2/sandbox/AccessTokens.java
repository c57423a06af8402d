package io.mpoauth2.sandbox;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The tokens issued and not revoked; each ends with its lifetime. */
final class AccessTokens {
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final LongSupplier nanoClock;

  AccessTokens(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  String issue(Set<String> scopes, Duration lifetime) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String value = Base64.getUrlEncoder().encodeToString(bytes);
    grants.put(value, new Grant(scopes, nanoClock.getAsLong(), lifetime.toNanos()));
    return value;
  }

  /** Gives the scopes of a token; empty where it is unknown, revoked or has ended. */
  Optional<Set<String>> scopesOf(String value) {
    long now = nanoClock.getAsLong();
    return Optional.ofNullable(grants.get(value))
        .filter(grant -> now - grant.issuedAt() < grant.lifetime())
        .map(Grant::scopes);
  }

  void revokeAll() {
    grants.clear();
  }

  private record Grant(Set<String> scopes, long issuedAt, long lifetime) {}
}
