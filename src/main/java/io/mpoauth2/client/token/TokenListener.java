package io.mpoauth2.client.token;

import org.jspecify.annotations.Nullable;

/**
 * Is told what happens to tokens, for alarms, audits and statistics. In a CDI application a bean of
 * this type is enough; without CDI {@code TokenProviders.from(config, listeners)} takes them. A
 * cached token that is used is no event. A later version may tell of more.
 *
 * <p>Events come one after another on a daemon thread of the library's, in the order in which they
 * happened: a listener may take its time, which holds nobody up. Of one that is a thousand events
 * behind, the newest are lost. What a listener throws is logged once and goes no further.
 */
public interface TokenListener {

  /**
   * Gives what belongs to the calling thread and is wanted again with the event that comes of what
   * begins now, such as the context of a trace. Called on the thread of whoever asks for a token or
   * made a request that was refused, so it must be quick.
   *
   * @return is given to this listener by {@link TokenEvent#context()}; null by default
   */
  default @Nullable Object context() {
    return null;
  }

  /**
   * A token was asked for, whatever came of it.
   *
   * @param event for whom, where, why and with which outcome
   */
  default void tokenRequested(TokenRequestEvent event) {}

  /**
   * An API refused a token of ours, mostly with a 401.
   *
   * @param event which token, and what became of the request
   */
  default void tokenRejected(TokenRejectionEvent event) {}

  /**
   * A token request failed, and no other is sent for a while.
   *
   * @param event for how long
   */
  default void cooldownBegun(CooldownEvent event) {}

  /**
   * There is a token again after requests that failed.
   *
   * @param event what is over
   */
  default void cooldownEnded(CooldownEvent event) {}
}
