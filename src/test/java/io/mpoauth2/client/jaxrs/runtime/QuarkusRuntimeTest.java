package io.mpoauth2.client.jaxrs.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.TokenUnavailableException;
import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.ws.rs.client.ClientRequestContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.client.FakeRequestContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever a provider does, no request stays put aside; whatever a version lacks, it is sent. */
class QuarkusRuntimeTest {
  private static final AccessToken TOKEN =
      new AccessToken("token", "Bearer", Instant.MAX, Set.of());

  private final ClientLog log = new ClientLog("test");

  /** Patient enough for a busy machine to have suspended the request before the time is over. */
  private final QuarkusRuntime impatient =
      new QuarkusRuntime(log, new Deadline(Duration.ofMillis(300), Runnable::run));

  private final QuarkusRuntime patient = new QuarkusRuntime(log, Runnable::run);
  private final FakeRequestContext request = new FakeRequestContext();
  private final List<@Nullable Throwable> failures = new ArrayList<>();

  @Test
  void a_provider_that_never_answers_is_given_up() throws Exception {
    impatient.withToken(request, giving(new CompletableFuture<>()), token -> {});

    request.awaitItsEnd();
    assertThat(request.events())
        .containsExactly("suspended", "failed: the token provider gave no answer within 0 s");
  }

  @Test
  void a_replacement_that_never_comes_is_given_up() throws Exception {
    impatient.withOther(
        request,
        giving(new CompletableFuture<>()),
        TOKEN,
        (other, failure) -> failures.add(failure));

    request.awaitItsEnd();
    assertThat(request.events()).containsExactly("suspended", "resumed");
    assertThat(failures).singleElement().isInstanceOf(TokenUnavailableException.class);
  }

  @Test
  void an_answer_after_its_time_resumes_nothing_twice() throws Exception {
    CompletableFuture<AccessToken> late = new CompletableFuture<>();
    impatient.withOther(request, giving(late), TOKEN, (other, failure) -> failures.add(failure));
    request.awaitItsEnd();

    late.complete(TOKEN);

    assertThat(request.events()).containsExactly("suspended", "resumed");
    assertThat(failures).hasSize(1);
  }

  @Test
  void a_provider_that_throws_or_gives_no_stage_fails_the_request_before_it_is_put_aside() {
    assertThatThrownBy(() -> patient.withToken(request, giving(null), token -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> patient.withToken(request, throwing(), token -> {}))
        .isInstanceOf(AssertionError.class);

    assertThat(request.events()).isEmpty();
  }

  @Test
  void a_replacement_that_throws_or_is_no_stage_or_no_token_goes_on_with_the_refusal()
      throws IOException {
    patient.withOther(request, giving(null), TOKEN, (other, failure) -> failures.add(failure));
    patient.withOther(request, throwing(), TOKEN, (other, failure) -> failures.add(failure));
    patient.withOther(
        request,
        giving(CompletableFuture.completedStage(null)),
        TOKEN,
        (other, failure) -> failures.add(failure));

    assertThat(failures).hasSize(3).doesNotContainNull();
    assertThat(request.events())
        .containsExactly("suspended", "resumed", "suspended", "resumed", "suspended", "resumed");
  }

  @Test
  void what_fails_behind_the_token_fails_the_request() throws IOException {
    CompletableFuture<AccessToken> token = new CompletableFuture<>();
    patient.withToken(
        request,
        giving(token),
        found -> {
          throw new IOException("no way");
        });

    token.complete(TOKEN);

    assertThat(request.events()).containsExactly("suspended", "failed: no way");
  }

  @Test
  void on_a_version_without_these_members_it_is_sent_with_the_token_and_not_again()
      throws IOException {
    ClientRequestContext other = ofAnotherVersion();
    List<AccessToken> had = new ArrayList<>();

    patient.withToken(other, giving(CompletableFuture.completedStage(TOKEN)), had::add);

    assertThat(had).containsExactly(TOKEN);
    assertThat(patient.replay(other, 1)).isSameAs(Declining.UNKNOWN_VERSION);
    assertThat(patient.mayWait(other)).isFalse();
  }

  @Test
  void on_a_version_without_these_members_no_event_loop_waits_for_the_first_token() {
    assertThatThrownBy(
            () ->
                patient.withToken(
                    ofAnotherVersion(), giving(new CompletableFuture<>()), token -> {}))
        .isInstanceOf(TokenUnavailableException.class);
  }

  private static ClientRequestContext ofAnotherVersion() {
    return (ClientRequestContext)
        Proxy.newProxyInstance(
            ClientRequestContext.class.getClassLoader(),
            new Class<?>[] {ClientRequestContext.class},
            (self, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private static TokenProvider throwing() {
    return new Stages() {
      @Override
      public CompletionStage<AccessToken> tokenAsync() {
        throw new AssertionError("broken");
      }
    };
  }

  private static TokenProvider giving(@Nullable CompletionStage<AccessToken> stage) {
    return new Stages() {
      @Override
      @SuppressWarnings("NullAway") // As a provider may that keeps no promise.
      public CompletionStage<AccessToken> tokenAsync() {
        return stage;
      }
    };
  }

  /** Is never asked for a token at once. */
  private abstract static class Stages implements TokenProvider {
    @Override
    public AccessToken token() {
      throw new UnsupportedOperationException();
    }

    @Override
    public AccessToken replace(AccessToken rejected) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<AccessToken> replaceAsync(AccessToken rejected) {
      return tokenAsync();
    }
  }
}
