package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Quarkus REST (3.x): filters run on event loops, where nobody may wait, but a request can be put
 * aside until there is a token. By reflection, because that interface is on no other runtime.
 */
final class SuspendedRequest implements BiConsumer<@Nullable AccessToken, @Nullable Throwable> {
  private final ClientBinding binding;
  private final ClientRequestContext request;

  /** Whether it is still to be sent; else it is its answer that waits. */
  private final boolean unsent;

  private SuspendedRequest(ClientBinding binding, ClientRequestContext request, boolean unsent) {
    this.binding = binding;
    this.request = request;
    this.unsent = unsent;
  }

  static boolean isPossible(Class<?> request) {
    return request.getName().startsWith("org.jboss.resteasy.reactive.client.");
  }

  /**
   * Puts a request or its answer aside until there is a token, or none to be had.
   *
   * @param unsent whether it is the request, which then gets the token or fails
   */
  static void until(
      CompletionStage<AccessToken> token,
      ClientBinding binding,
      ClientRequestContext request,
      boolean unsent) {
    SuspendedRequest suspended = new SuspendedRequest(binding, request, unsent);
    suspended.call("suspend", null);
    token.whenComplete(suspended);
  }

  @Override
  public void accept(@Nullable AccessToken token, @Nullable Throwable failure) {
    if (!unsent) {
      call("resume", null);
      return;
    }
    if (token != null) {
      BearerTokenFilter.send(token, binding, request);
    }
    call("resume", failure instanceof CompletionException ? failure.getCause() : failure);
  }

  private void call(String method, @Nullable Throwable argument) {
    Class<?> type = request.getClass();
    try {
      if (argument == null) {
        type.getMethod(method).invoke(request);
      } else {
        type.getMethod(method, Throwable.class).invoke(request, argument);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
