package io.mpoauth2.client.endpoint.authentication;

/**
 * A client secret. {@link #toString()} does not show it.
 *
 * @param value the secret itself
 */
public record Secret(String value) {

  @Override
  public String toString() {
    return "(hidden)";
  }
}
