package io.mpoauth2.client.jaxrs.runtime;

import static io.mpoauth2.client.jaxrs.runtime.QuarkusMembers.call;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.TokenUnavailableException;
import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Quarkus REST (3.x), which handles a request in a chain of handlers, mostly on an event loop.
 * Nobody may wait there, but a request can be put aside until there is a token.
 */
final class QuarkusRuntime implements ClientRuntime {
  /** Of a request that is put aside; longer than anybody's {@code request-timeout}. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ClientLog log;
  private final Deadline deadline;
  private volatile @Nullable QuarkusMembers found;

  QuarkusRuntime(ClientLog log, Executor threads) {
    this(log, new Deadline(PATIENCE, threads));
  }

  QuarkusRuntime(ClientLog log, Deadline deadline) {
    this.log = log;
    this.deadline = deadline;
  }

  @Override
  public Replay replay(ClientRequestContext request, int limit) throws IOException {
    QuarkusMembers members = members(request);
    QuarkusChain chain = members.chain();
    if (chain == null || members.suspension() == null) {
      return Declining.UNKNOWN_VERSION;
    }
    QuarkusReplay replay = new QuarkusReplay(log, chain, request);
    if (request.hasEntity() && mayWait(request)) {
      replay.keepBody(limit);
    }
    return replay;
  }

  /**
   * Says whether this thread may wait. It may in a response filter that is not ours alone: Quarkus
   * puts the request aside itself there, and takes it up again whether we have put it aside or not.
   */
  @Override
  public boolean mayWait(ClientRequestContext request) {
    Method isBlockingAllowed = members(request).isBlockingAllowed();
    return isBlockingAllowed != null && Boolean.TRUE.equals(call(isBlockingAllowed, null));
  }

  /** Vert.x does, whose HTTP client sends both. */
  @Override
  public boolean tracesEachRequest() {
    return true;
  }

  /** By the class of the list of its values: Quarkus keeps headers longer than properties. */
  @Override
  public void authorize(ClientRequestContext request, String authorization) {
    request.getHeaders().put(HttpHeaders.AUTHORIZATION, new OwnHeader(authorization));
  }

  @Override
  public boolean hasAuthorized(ClientRequestContext request) {
    return request.getHeaders().get(HttpHeaders.AUTHORIZATION) instanceof OwnHeader header
        && header.isAsItWas();
  }

  @Override
  public void withToken(ClientRequestContext request, TokenProvider tokens, WithToken next)
      throws IOException {
    QuarkusMembers.Suspension suspension = members(request).suspension();
    if (suspension == null && mayWait(request)) {
      next.go(tokens.token());
      return;
    }
    CompletableFuture<AccessToken> token = ask(tokens::tokenAsync);
    if (token.isDone()) {
      next.go(had(token));
    } else if (suspension == null) {
      throw new TokenUnavailableException(
          "a token is being asked for, and on this version of Quarkus no request can wait for it",
          null);
    } else {
      call(suspension.suspend(), request);
      CompletionStage<AccessToken> later = token;
      later.whenComplete(
          (found, failure) -> {
            if (failure != null) {
              call(suspension.fail(), request, reason(failure));
            } else {
              resumeAfter(suspension, request, () -> next.go(found));
            }
          });
    }
  }

  @Override
  public void withOther(
      ClientRequestContext request, TokenProvider tokens, AccessToken refused, WithOther next)
      throws IOException {
    QuarkusMembers.Suspension suspension = members(request).suspension();
    if (suspension == null || mayWait(request)) {
      ClientRuntime.super.withOther(request, tokens, refused, next);
      return;
    }
    CompletionStage<AccessToken> answer = ask(() -> tokens.replaceAsync(refused));
    call(suspension.suspend(), request);
    answer.whenComplete(
        (other, failure) ->
            resumeAfter(
                suspension,
                request,
                () -> next.go(other, failure == null ? null : reason(failure))));
  }

  /** Whatever a provider throws, or the request would stay where it is for ever. */
  private CompletableFuture<AccessToken> ask(Supplier<CompletionStage<AccessToken>> provider) {
    try {
      return deadline.of(provider.get());
    } catch (Throwable e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static AccessToken had(CompletableFuture<AccessToken> token) {
    try {
      return token.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw e;
    }
  }

  private static void resumeAfter(
      QuarkusMembers.Suspension suspension, ClientRequestContext request, Step step) {
    Throwable thrown = null;
    try {
      step.take();
    } catch (Throwable e) {
      // Whatever it is, or the request would stay where it is for ever.
      thrown = e;
    }
    if (thrown == null) {
      call(suspension.resume(), request);
    } else {
      call(suspension.fail(), request, thrown);
    }
  }

  private static Throwable reason(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }

  private QuarkusMembers members(ClientRequestContext request) {
    QuarkusMembers members = found;
    if (members == null || members.request() != request.getClass()) {
      members = QuarkusMembers.of(request.getClass());
      found = members;
    }
    return members;
  }

  @FunctionalInterface
  private interface Step {
    void take() throws IOException;
  }
}
