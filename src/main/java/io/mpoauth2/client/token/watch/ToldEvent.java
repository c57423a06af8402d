package io.mpoauth2.client.token.watch;

import io.mpoauth2.client.token.TokenEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every event says, by what was told to the listener. */
public interface ToldEvent extends TokenEvent {

  /**
   * Gives what all events tell one listener.
   *
   * @return whose tokens it is about
   */
  Told told();

  @Override
  default String client() {
    return told().client();
  }

  @Override
  default Set<String> scope() {
    return told().scope();
  }

  @Override
  default @Nullable Object context() {
    return told().context();
  }
}
