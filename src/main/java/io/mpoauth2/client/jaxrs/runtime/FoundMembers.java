package io.mpoauth2.client.jaxrs.runtime;

import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.FailureWords;
import io.mpoauth2.client.token.operation.LogMessage;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a runtime that a second request needs, found once for the class of a client's
 * requests, of which there is nearly always one. Where one is missing, nothing is sent again.
 * Thread-safe.
 *
 * @param <M> the members of one runtime
 */
final class FoundMembers<M> {
  private final ClientLog log;
  private final Finder<M> finder;
  private final Function<M, Replay> withoutBody;

  /** Of the class of the last request. */
  private volatile @Nullable Found<M> last;

  /**
   * Looks for nothing yet.
   *
   * @param withoutBody gives what serves for all requests of which no body is kept
   */
  FoundMembers(ClientLog log, Finder<M> finder, Function<M, Replay> withoutBody) {
    this.log = log;
    this.finder = finder;
    this.withoutBody = withoutBody;
  }

  /** Finds all of them, or fails. */
  @FunctionalInterface
  interface Finder<M> {
    M of(Class<?> request) throws ReflectiveOperationException;
  }

  /**
   * What there is for the requests of one class.
   *
   * @param members null if one is missing
   * @param withoutBody serves for all requests of which no body is kept; declines if one is missing
   */
  record Found<M>(Class<?> type, @Nullable M members, Replay withoutBody) {}

  Found<M> of(ClientRequestContext request) {
    Class<?> type = request.getClass();
    Found<M> found = last;
    if (found == null || found.type != type) {
      found = look(type);
      last = found;
    }
    return found;
  }

  private Found<M> look(Class<?> type) {
    try {
      M members = finder.of(type);
      return new Found<>(type, members, withoutBody.apply(members));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      // A RuntimeException where a module keeps a member to itself.
      log.tell(
          LogMessage.UNKNOWN_RUNTIME,
          () -> "this " + type.getName() + " is not like the known ones: " + FailureWords.of(e));
      return new Found<>(type, null, Declining.UNKNOWN_VERSION);
    }
  }
}
