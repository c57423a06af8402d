package io.mpoauth2.client.token.watch;

import io.mpoauth2.client.token.CooldownEvent;
import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.TokenRejectionEvent;
import io.mpoauth2.client.token.TokenRequestEvent;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A listener that is made when there is something to tell it: a bean may have tokens injected, or a
 * REST client with tokens, and these are not there before those who listen are known. Thread-safe.
 */
public final class LateListener implements TokenListener {
  private final String name;
  private final Supplier<? extends TokenListener> maker;

  /** Nobody waits for it but the listener's own thread: who makes it may wait for a token. */
  private final ReentrantLock making = new ReentrantLock();

  private volatile @Nullable TokenListener made;

  /**
   * Makes one.
   *
   * @param name of its class, for messages
   * @param maker gives the listener, the same each time or another
   */
  public LateListener(String name, Supplier<? extends TokenListener> maker) {
    this.name = name;
    this.maker = maker;
  }

  String name() {
    return name;
  }

  /** Gives nothing while it is being made. */
  @Override
  public @Nullable Object context() {
    TokenListener known = made;
    if (known == null && !making.isHeldByCurrentThread() && making.tryLock()) {
      try {
        known = make();
      } finally {
        making.unlock();
      }
    }
    return known == null ? null : known.context();
  }

  @Override
  public void tokenRequested(TokenRequestEvent event) {
    listener().tokenRequested(event);
  }

  @Override
  public void tokenRejected(TokenRejectionEvent event) {
    listener().tokenRejected(event);
  }

  @Override
  public void cooldownBegun(CooldownEvent event) {
    listener().cooldownBegun(event);
  }

  @Override
  public void cooldownEnded(CooldownEvent event) {
    listener().cooldownEnded(event);
  }

  private TokenListener listener() {
    making.lock();
    try {
      return make();
    } finally {
      making.unlock();
    }
  }

  private TokenListener make() {
    TokenListener known = made;
    if (known == null) {
      known = maker.get();
      made = known;
    }
    return known;
  }
}
