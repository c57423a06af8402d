package io.mpoauth2.client.endpoint.keys;

/**
 * What a file of keys is encrypted with. {@link #toString()} does not show it.
 *
 * @param property where it is configured, or would be, for messages
 * @param value the password itself; empty if none is configured
 */
public record Password(String property, String value) {

  /**
   * Says whether none is configured.
   *
   * @return true if it is empty
   */
  public boolean isMissing() {
    return value.isEmpty();
  }

  boolean isAscii() {
    return value.chars().allMatch(each -> each < 0x80);
  }

  char[] characters() {
    return value.toCharArray();
  }

  @Override
  public String toString() {
    return "Password[" + property + ", (hidden)]";
  }
}
