package io.mpoauth2.client.token.watch;

import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.OwnProvider;
import java.util.List;
import java.util.Set;

/** One client and scope set as those see it who watch. Thread-safe. */
public final class ClientWatch {
  private final ClientLog log;
  private final Set<String> scope;
  private final Listeners listeners;

  /**
   * Makes the watch of a client.
   *
   * @param log where is told what no caller is told
   * @param scope as an annotation has it; empty for the configured one
   * @param listeners who is told what happens
   */
  public ClientWatch(ClientLog log, Set<String> scope, Listeners listeners) {
    this.log = log;
    this.scope = scope;
    this.listeners = listeners;
  }

  /**
   * Gives the watch of a client that has a log and no listener.
   *
   * @param client the client's name in configuration
   * @return a new one
   */
  public static ClientWatch unwatched(String client) {
    return new ClientWatch(new ClientLog(client), Set.of(), Listeners.of(List.of()));
  }

  /**
   * Gives the watch of the client whose tokens something gives.
   *
   * @param provider a token provider, perhaps a user's own
   * @return the provider's own, where it has one; else that of the client {@code default}, because
   *     nobody can tell whose a user's own provider is
   */
  public static ClientWatch of(Object provider) {
    return provider instanceof Owner owner
        ? owner.watch()
        : new ClientWatch(ClientLog.of(provider), Set.of(), Listeners.of(List.of()));
  }

  /** A token provider that knows whose tokens it gives. */
  public interface Owner extends OwnProvider {
    /**
     * Gives who watches.
     *
     * @return always the same one
     */
    ClientWatch watch();

    @Override
    default ClientLog log() {
      return watch().log();
    }
  }

  /**
   * Gives the same with one more listener, which is told first.
   *
   * @param listener one of the library's
   * @return another watch
   */
  public ClientWatch with(PromptListener listener) {
    return new ClientWatch(log, scope, listeners.with(listener));
  }

  /**
   * Gives where is told what no caller is told.
   *
   * @return always the same one
   */
  public ClientLog log() {
    return log;
  }

  /**
   * Tells the library's own listeners whom to ask for these tokens.
   *
   * @param provider gives them
   */
  public void made(TokenProvider provider) {
    listeners.made(provider, log.client(), scope);
  }

  /**
   * Gives who watches what begins now on the calling thread.
   *
   * @return the listeners, each with its {@link TokenListener#context()}
   */
  public Onlookers onlookers() {
    return listeners.watching(log.client(), scope);
  }
}
