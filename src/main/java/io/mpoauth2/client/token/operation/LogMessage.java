package io.mpoauth2.client.token.operation;

import java.lang.System.Logger.Level;

/**
 * What the library says in the log: each with an id to search for, a level, and what it means,
 * which stands in {@code docs/log-messages.md} with what to do about it. An id is never used again
 * for something else. The numbers go by where a message comes from.
 */
public enum LogMessage {
  /** Nobody else is told of it. */
  NOT_RENEWED(1, Level.WARNING, "A token could not be renewed ahead of time."),

  /** Once per cooldown. */
  STILL_NOT_RENEWED(2, Level.INFO, "The token could still not be renewed."),

  /** After failures of which callers were told or not. */
  TOKEN_AGAIN(3, Level.INFO, "There is a new token after requests that failed."),

  /** Somebody is changing them. */
  SETTINGS_NOT_READ_AGAIN(
      4, Level.DEBUG, "The settings could not be read once more after `invalid_client`."),

  /** With its fingerprint. */
  TOKEN_ISSUED(5, Level.DEBUG, "A token was issued."),

  /** Looked at once a second. */
  SETTINGS_STILL_UNUSABLE(
      6, Level.DEBUG, "The token could still not be renewed, because the settings are not usable."),

  /** RFC 6749 requires it. */
  NO_TOKEN_TYPE(20, Level.WARNING, "The token endpoint's answer has no `token_type`."),

  /** RFC 6749 recommends it. */
  NO_LIFETIME(21, Level.WARNING, "The token endpoint does not tell how long a token lives."),

  /** As good as one request per call. */
  SHORT_LIFETIME(22, Level.WARNING, "The token endpoint gives tokens that live a second or less."),

  /** What was asked for is told too. */
  NARROWER_SCOPE(23, Level.WARNING, "The token endpoint granted less than the requested scope."),

  /** By the header {@code Date}. */
  CLOCKS_DIFFER(
      24,
      Level.WARNING,
      "The clocks of the token endpoint and of this server differ by more than 30 s."),

  /** Mostly misspelt. */
  UNKNOWN_PROPERTY(40, Level.WARNING, "A property of the client means nothing."),

  /** Sent as part of a name. */
  COMMA_IN_SCOPE(41, Level.WARNING, "A name in the scope has a comma in it."),

  /** Sent all the same. */
  RESOURCE_IS_NO_URI(42, Level.WARNING, "A `resource` is no absolute URI."),

  /** Signicat's. */
  DEPRECATED_ENDPOINT(43, Level.WARNING, "The token endpoint is deprecated."),

  /** Sent as it is. */
  LINE_BREAK_BEHIND_SECRET(44, Level.WARNING, "The secret ends with a line break."),

  /** Sent as it is. */
  BLANKS_AROUND_SECRET(
      45,
      Level.WARNING,
      "The secret begins or ends with white space, or has a character that cannot be seen."),

  /** Of a REST client interface, or of one of its methods. */
  NO_EFFECT(46, Level.WARNING, "An annotation or a property about tokens has no effect."),

  /** Mostly misspelt. */
  UNKNOWN_CLIENT_PROPERTY(
      47, Level.WARNING, "A property of a REST client that is nearly one of ours means nothing."),

  /** The key is not encrypted. */
  PASSWORD_NOT_USED(48, Level.WARNING, "The password of a private key has no effect."),

  /** Sent all the same. */
  SHORT_SECRET(49, Level.WARNING, "The secret is shorter than the signature algorithm wants."),

  /** Mostly somebody forgot to set another one. */
  SETTING_NOT_USED(50, Level.WARNING, "A setting has no effect with the others."),

  /** PEM knows no aliases. */
  ALIAS_IN_PEM(51, Level.WARNING, "An alias of a key store has no effect on a PEM file."),

  /** Sent all the same. */
  CERTIFICATE_NOT_VALID(52, Level.WARNING, "The client's certificate is not valid now."),

  /** Made with a bare provider. */
  CALL_SETTINGS_NOT_USED(
      53, Level.WARNING, "Settings of calls are not used by a plain client's filter."),

  /** For tests and local work. */
  NO_AUTHORIZATION_SERVER(
      54, Level.WARNING, "A client's tokens come from no authorization server."),

  /** When it starts. */
  DEPLOYMENT_CHECK(55, Level.WARNING, "Clients that an application names cannot be used."),

  /** The caller has the 401. */
  NO_OTHER_TOKEN(60, Level.WARNING, "An API refused the token, and no other could be had."),

  /** The caller has the 401. */
  NOT_CURABLE(61, Level.WARNING, "An API refused the token for a reason that no new token cures."),

  /** The caller has the 401. */
  NOT_SENT_AGAIN(
      62, Level.WARNING, "An API refused the token, and the request could not be sent again."),

  /** The caller has the second 401. */
  FRESH_TOKEN_REFUSED(63, Level.WARNING, "An API refused a fresh token too."),

  /** The caller has the 403. */
  FORBIDDEN(64, Level.WARNING, "An API answered 403."),

  /** The caller has the 401. */
  FIXED_TOKEN_REFUSED(65, Level.WARNING, "An API refused a fixed token."),

  /** No second request through this client. */
  UNKNOWN_RUNTIME(80, Level.DEBUG, "The Jakarta REST client is not like the known versions of it."),

  /** It is broken off. */
  ANSWER_NOT_CLOSED(81, Level.DEBUG, "A refused answer that broke off could not be closed."),

  /** The status is right. */
  REASON_NOT_SHOWN(82, Level.DEBUG, "The reason phrase of a second answer could not be shown."),

  /** The library goes on without it. */
  LISTENER_THREW(100, Level.WARNING, "A `TokenListener` threw something."),

  /** What happened is lost to it alone. */
  LISTENER_TOO_SLOW(101, Level.WARNING, "A `TokenListener` is a thousand events behind.");

  private final int number;
  private final Level level;
  private final String meaning;

  LogMessage(int number, Level level, String meaning) {
    this.number = number;
    this.level = level;
    this.meaning = meaning;
  }

  /**
   * Gives what to search for.
   *
   * @return for example {@code MPOA0001}
   */
  public String id() {
    String digits = String.valueOf(number);
    return "MPOA" + "0".repeat(4 - digits.length()) + digits;
  }

  /**
   * Gives how much it matters.
   *
   * @return the level it is logged at
   */
  public Level level() {
    return level;
  }

  /**
   * Gives what happened.
   *
   * @return a sentence for the documentation
   */
  public String meaning() {
    return meaning;
  }
}
