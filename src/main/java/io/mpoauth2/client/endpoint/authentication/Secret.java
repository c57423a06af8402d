package io.mpoauth2.client.endpoint.authentication;

/**
 * A client secret. {@link #toString()} does not show it.
 *
 * @param value the secret itself
 * @param property behind which it stands, or its file
 */
public record Secret(String value, String property) {
  /** What it is called where nothing else is said. */
  public static final String PROPERTY = "client-secret";

  /**
   * Makes one that stands behind {@link #PROPERTY}.
   *
   * @param value the secret itself
   */
  public Secret(String value) {
    this(value, PROPERTY);
  }

  @Override
  public String toString() {
    return "(hidden)";
  }
}
