package io.mpoauth2.client.endpoint.transport;

/**
 * There is no answer, or none that can be used. Has no cause, and nothing that the server or a
 * proxy said: the JDK quotes status lines and numbers, and what stood there may be a token.
 */
public final class NoAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What was to be had, and was not. */
  public enum Missing {
    /** A connection, within the connect timeout; the deadline was further off. */
    CONNECTED_IN_TIME,

    /** The whole of an answer, within the request timeout. */
    ANSWERED_IN_TIME,

    /** Somebody who listens there; the detail is the JDK's exception, without its words. */
    REACHED,

    /** A handshake and a certificate of that host; the detail is the JDK's, or ours. */
    TRUSTED,

    /**
     * The help of a proxy; the detail is the status that it answered with, or why there is none.
     */
    PASSED_ON,

    /** The proxy's consent to the log-in that is configured; the detail is its status. */
    LOGGED_IN,

    /** Something that makes sense; the detail is what there was instead. */
    UNDERSTOOD
  }

  private final Missing missing;

  NoAnswerException(Missing missing, String detail) {
    super(detail, null, false, true);
    this.missing = missing;
  }

  /**
   * Says what there was not.
   *
   * @return the first of what a token request needs
   */
  public Missing missing() {
    return missing;
  }

  /**
   * Gives what there was instead.
   *
   * @return empty where there is nothing more to say
   */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
