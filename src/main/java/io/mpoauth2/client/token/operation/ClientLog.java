package io.mpoauth2.client.token.operation;

import java.lang.System.Logger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What is said about one client and scope set to those who read the server's log, under the logger
 * {@code io.mpoauth2.client}. Only what no caller is told belongs here, and never a secret or a
 * token. Thread-safe.
 */
public final class ClientLog {
  /** What an API says is no topic without end. */
  private static final int MOST = 200;

  private final String client;
  private final Supplier<List<String>> callProperties;

  /** What each message was said about last. */
  private final Map<String, Object> said = new ConcurrentHashMap<>();

  /**
   * Makes the log of one client.
   *
   * @param client the client's name in configuration
   */
  public ClientLog(String client) {
    this(client, List::of);
  }

  /**
   * Makes the log of one client.
   *
   * @param client the client's name in configuration
   * @param callProperties looks which properties are set that shape its calls
   */
  public ClientLog(String client, Supplier<List<String>> callProperties) {
    this.client = client;
    this.callProperties = callProperties;
  }

  /**
   * Gives a log of what is about no client alone.
   *
   * @return a new one
   */
  public static ClientLog ofAll() {
    return new ClientLog("");
  }

  /**
   * Gives the log of the client whose tokens something gives.
   *
   * @param provider a token provider, perhaps a user's own
   * @return the provider's own, where it has one; else a new one of the client {@code default},
   *     because nobody can tell whose a user's own provider is
   */
  public static ClientLog of(Object provider) {
    return provider instanceof OwnProvider own ? own.log() : new ClientLog("default");
  }

  /**
   * Gives whose log it is.
   *
   * @return the client's name in configuration
   */
  public String client() {
    return client;
  }

  /**
   * Gives a message that tells whose it is.
   *
   * @param message what happened
   * @return the message behind the client's name
   */
  public String about(String message) {
    return client.isEmpty() ? message : "OAuth2 client '" + client + "': " + message;
  }

  /**
   * Gives the whole name of a property of the client.
   *
   * @param name the part of the name behind the client's
   * @return the name in configuration
   */
  public String property(String name) {
    return "oauth2.client." + client + '.' + name;
  }

  /**
   * Tells something.
   *
   * @param message what it is
   * @param text what happened and what to do; put together only if somebody reads it
   */
  public void tell(LogMessage message, Supplier<String> text) {
    logger().log(message.level(), () -> message.id() + ": " + about(text.get()));
  }

  /**
   * Tells something the first time it comes up.
   *
   * @param message what it is
   * @param text what happened and what to do
   */
  public void tellOnce(LogMessage message, Supplier<String> text) {
    tellOnce(message, "", text);
  }

  /**
   * Tells something the first time it comes up with a topic.
   *
   * @param message what it is
   * @param topic what it is about; one of a few, so that the memory of what was said stays small
   * @param text what happened and what to do
   */
  public void tellOnce(LogMessage message, String topic, Supplier<String> text) {
    if (said.put(message.id() + ' ' + topic, "") == null) {
      tell(message, text);
    }
  }

  /**
   * Tells something the first time it comes up with a subject, whatever came up in between.
   *
   * @param subject what it comes up with, in words of others; beyond some hundreds of them only the
   *     last one is remembered
   * @param message what it is
   * @param text what happened and what to do
   */
  public void tellOnceEach(String subject, LogMessage message, Supplier<String> text) {
    String topic = message.id() + ' ' + subject;
    if (said.containsKey(topic)) {
      return;
    }
    if (said.size() >= MOST) {
      tellOncePer(subject, message, text);
    } else if (said.putIfAbsent(topic, subject) == null) {
      tell(message, text);
    }
  }

  /**
   * Has something taken for said: somebody knows that it was.
   *
   * @param message what it is
   */
  public void markAsSaid(LogMessage message) {
    said.put(message.id() + ' ', "");
  }

  /** Warns once where properties that shape calls are set, and a filter was not given them. */
  public void warnOfUnusedCallProperties() {
    List<String> unused;
    try {
      unused = callProperties.get();
    } catch (RuntimeException | LinkageError e) {
      // A configuration that throws: told, without its words, at the first token.
      return;
    }
    if (!unused.isEmpty()) {
      tellOnce(
          LogMessage.CALL_SETTINGS_NOT_USED,
          () ->
              String.join(", ", unused)
                  + (unused.size() == 1 ? " is" : " are")
                  + " not used by a filter that was made without call settings: make it with new"
                  + " BearerTokenFilter(provider, TokenProviders.callSettings(\""
                  + client
                  + "\"))");
    }
  }

  /**
   * Tells something the first time it comes up with a subject, such as a token: what is said about
   * one token is worth saying about the next, but not for each call.
   *
   * @param subject what it comes up with; it is said again when that changes
   * @param message what it is
   * @param text what happened and what to do
   */
  public void tellOncePer(Object subject, LogMessage message, Supplier<String> text) {
    if (!subject.equals(said.put(message.id(), subject))) {
      tell(message, text);
    }
  }

  /** Found when there is something to say, which may never be. */
  private static Logger logger() {
    return System.getLogger("io.mpoauth2.client");
  }
}
