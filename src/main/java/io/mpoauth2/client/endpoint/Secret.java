package io.mpoauth2.client.endpoint;

import java.util.Objects;

/** A client secret. {@link #toString()} does not show it. Immutable. */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = Objects.requireNonNull(value);
  }

  /**
   * Wraps a secret.
   *
   * @param value the secret itself
   * @return the secret
   */
  public static Secret of(String value) {
    return new Secret(value);
  }

  String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "(hidden)";
  }
}
