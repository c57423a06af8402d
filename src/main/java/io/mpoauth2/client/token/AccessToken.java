package io.mpoauth2.client.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * An access token (RFC 6749, section 1.4). Immutable. {@link #toString()} does not show the value.
 */
public final class AccessToken {
  /** Of characters, where it is shown. */
  private static final int LONGEST_SCOPE = 200;

  private static final int FINGERPRINT_BYTES = 4;

  private final String value;
  private final String type;
  private final Instant expiresAt;
  private final Set<String> scope;
  private final Set<String> requestedScope;

  /**
   * Makes a token whose granted scope is the requested one.
   *
   * @param value what stands behind the type in the {@code Authorization} header: one or more
   *     characters from {@code !} to {@code ~}
   * @param type the token type, {@code Bearer}
   * @param expiresAt the end of its life
   * @param scope the granted scope, empty where nothing is known of it
   * @throws IllegalArgumentException if {@code value} could not stand in a header
   */
  public AccessToken(String value, String type, Instant expiresAt, Set<String> scope) {
    this(value, type, expiresAt, scope, scope);
  }

  private AccessToken(
      String value, String type, Instant expiresAt, Set<String> scope, Set<String> requestedScope) {
    if (!isSendable(value)) {
      throw new IllegalArgumentException(
          "the access token is empty or has characters that cannot stand in a header");
    }
    this.value = value;
    this.type = Objects.requireNonNull(type);
    this.expiresAt = Objects.requireNonNull(expiresAt);
    this.scope = sorted(scope);
    this.requestedScope = sorted(requestedScope);
  }

  /**
   * Gives the same token with what was asked for, where that is not what was granted.
   *
   * @param requested the scope of the token request; empty if it had none
   * @return another token, equal to this one only if the scope is
   */
  public AccessToken withRequestedScope(Set<String> requested) {
    return new AccessToken(value, type, expiresAt, scope, requested);
  }

  /**
   * Says whether a token value can be sent in an {@code Authorization} header. RFC 6749, appendix
   * A.12 would also allow spaces; RFC 6750, section 2.1 does not, and a space would end the token.
   *
   * @param value a token value
   * @return whether it has one or more characters, all from {@code !} to {@code ~}
   */
  public static boolean isSendable(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '!' || value.charAt(i) > '~') {
        return false;
      }
    }
    return !value.isEmpty();
  }

  /**
   * Gives the token itself. Keep it out of logs.
   *
   * @return the {@code access_token} of RFC 6749, section 5.1
   */
  public String value() {
    return value;
  }

  /**
   * Gives by what to tell the token from others where people read it: in logs, traces, audits.
   *
   * @return the first 8 hexadecimal digits of the SHA-256 of {@link #value()}
   */
  public String fingerprint() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Gives how the token is used.
   *
   * @return {@code Bearer} in this spelling (RFC 6750)
   */
  public String type() {
    return type;
  }

  /**
   * Gives the end of the token's life on the wall clock. The cache itself decides on a monotonic
   * clock.
   *
   * @return the moment from which the token is no longer valid
   */
  public Instant expiresAt() {
    return expiresAt;
  }

  /**
   * Gives what the token is good for (RFC 6749, section 3.3).
   *
   * @return the granted scope as an unmodifiable, sorted set; the requested one where the answer
   *     named none
   */
  public Set<String> scope() {
    return scope;
  }

  /**
   * Gives what was asked for; the granted {@link #scope()} may be narrower.
   *
   * @return the scope of the token request as an unmodifiable, sorted set; empty if it had none
   */
  public Set<String> requestedScope() {
    return requestedScope;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccessToken that
        && value.equals(that.value)
        && type.equals(that.type)
        && expiresAt.equals(that.expiresAt)
        && scope.equals(that.scope)
        && requestedScope.equals(that.requestedScope);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    String granted = scope.toString();
    return "AccessToken["
        + type
        + " (hidden), expires "
        + expiresAt
        + ", scope "
        + (granted.length() > LONGEST_SCOPE ? granted.substring(0, LONGEST_SCOPE) + " …" : granted)
        + "]";
  }

  private static Set<String> sorted(Set<String> scope) {
    return Collections.unmodifiableSet(new TreeSet<>(scope));
  }
}
