package io.mpoauth2.sandbox;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The tokens issued and not revoked; each ends with its lifetime. */
final class AccessTokens {
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final LongSupplier nanoClock;

  /** What is issued instead of a new value each time; null for that. */
  private volatile @Nullable String fixed;

  AccessTokens(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  String issue(Set<String> scopes, Duration lifetime) {
    String known = fixed;
    String value = known == null ? random() : known;
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

  /** From now on issues this value, and takes it as one that was issued already. */
  void fix(String value) {
    fixed = value;
    grants.put(value, new Grant(Sandbox.SCOPES, nanoClock.getAsLong(), Long.MAX_VALUE));
  }

  private String random() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  void revokeAll() {
    grants.clear();
  }

  private record Grant(Set<String> scopes, long issuedAt, long lifetime) {}
}
