package io.mpoauth2.client.endpoint.keys;

/** What a file has is no key that can be used. Says what it is instead, and nothing of it. */
public final class UnusableKeyException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one that no cause can tell more than it.
   *
   * @param message goes on where the file's name stands: {@code is …}, {@code has …}
   */
  public UnusableKeyException(String message) {
    super(message, null, false, true);
  }
}
