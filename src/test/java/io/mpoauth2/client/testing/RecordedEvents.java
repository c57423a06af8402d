package io.mpoauth2.client.testing;

import io.mpoauth2.client.token.CooldownEvent;
import io.mpoauth2.client.token.TokenRejectionEvent;
import io.mpoauth2.client.token.TokenRequestEvent;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.watch.ClientWatch;
import io.mpoauth2.client.token.watch.Listeners;
import io.mpoauth2.client.token.watch.PromptListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Everything that one listener is told. */
public final class RecordedEvents implements PromptListener {
  private final List<TokenRequestEvent> requests = new CopyOnWriteArrayList<>();
  private final List<TokenRejectionEvent> rejections = new CopyOnWriteArrayList<>();
  private final List<CooldownEvent> cooldowns = new CopyOnWriteArrayList<>();
  private final List<String> names = new CopyOnWriteArrayList<>();
  private volatile @Nullable Object context;

  /** Gives the client {@code signicat} as this sees it. */
  public ClientWatch watch() {
    return new ClientWatch(new ClientLog("signicat"), Set.of("read"), Listeners.of(List.of(this)));
  }

  /** Gives what happened, in its order, in a word each. */
  public List<String> names() {
    return names;
  }

  public TokenRequestEvent lastRequest() {
    return requests.get(requests.size() - 1);
  }

  public TokenRejectionEvent onlyRejection() {
    if (rejections.size() != 1) {
      throw new AssertionError(rejections.toString());
    }
    return rejections.get(0);
  }

  public CooldownEvent lastCooldown() {
    return cooldowns.get(cooldowns.size() - 1);
  }

  /** Wants to have this from now on. */
  public void wants(Object something) {
    context = something;
  }

  @Override
  public @Nullable Object context() {
    return context;
  }

  @Override
  public void tokenRequested(TokenRequestEvent event) {
    requests.add(event);
    names.add(event.purpose() + " " + event.outcome());
  }

  @Override
  public void tokenRejected(TokenRejectionEvent event) {
    rejections.add(event);
    names.add(event.outcome().name());
  }

  @Override
  public void cooldownBegun(CooldownEvent event) {
    cooldowns.add(event);
    names.add("cooldown begun");
  }

  @Override
  public void cooldownEnded(CooldownEvent event) {
    cooldowns.add(event);
    names.add("cooldown ended");
  }
}
