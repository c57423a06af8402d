package io.mpoauth2.client.token.watch;

import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.FailureWords;
import io.mpoauth2.client.token.operation.LogMessage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A listener with the thread that it is told on. What it throws is said once per place. */
final class Listener {
  private final TokenListener listener;
  private final Executor executor;
  private final ClientLog log;

  Listener(TokenListener listener, Executor executor, ClientLog log) {
    this.listener = listener;
    this.executor = executor;
    this.log = log;
  }

  void tell(Consumer<TokenListener> what) {
    try {
      executor.execute(() -> run(what));
    } catch (RejectedExecutionException e) {
      log.tellOnce(
          LogMessage.LISTENER_TOO_SLOW,
          name(),
          () ->
              "OAuth2 clients: the listener "
                  + name()
                  + " is too slow, so that events are lost to it");
    } catch (RuntimeException | Error e) {
      failed(e);
    }
  }

  @Nullable Object context() {
    try {
      return listener.context();
    } catch (RuntimeException | Error e) {
      failed(e);
      return null;
    }
  }

  private void run(Consumer<TokenListener> what) {
    try {
      what.accept(listener);
    } catch (RuntimeException | Error e) {
      failed(e);
    }
  }

  /** Its words are not shown: they may have in them whatever it does there. */
  private void failed(Throwable thrown) {
    String what = thrown.getClass().getName() + FailureWords.place(thrown);
    log.tellOnce(
        LogMessage.LISTENER_THREW,
        name() + what,
        () ->
            "OAuth2 clients: the listener "
                + name()
                + " threw "
                + what
                + "; what happened goes on without it");
  }

  private String name() {
    return listener instanceof LateListener late ? late.name() : listener.getClass().getName();
  }
}
