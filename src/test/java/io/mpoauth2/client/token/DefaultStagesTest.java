package io.mpoauth2.client.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Rule 4: what a provider of a user's own gets that knows nothing of stages. */
class DefaultStagesTest {
  private static final Set<String> SCOPE = Set.of();

  @Test
  void it_is_asked_on_another_thread_than_the_callers() throws Exception {
    TokenProvider provider = new Plain();

    assertThat(value(provider.tokenAsync())).isEqualTo("mp-oauth2-client-async");
    assertThat(value(provider.replaceAsync(provider.token()))).isEqualTo("mp-oauth2-client-async");
  }

  @Test
  void what_it_throws_is_the_stages_failure() {
    TokenProvider provider = new Broken();

    assertThat(provider.tokenAsync().toCompletableFuture())
        .failsWithin(20, TimeUnit.SECONDS)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(TokenUnavailableException.class);
  }

  private static String value(CompletionStage<AccessToken> stage) throws Exception {
    return stage.toCompletableFuture().get(20, TimeUnit.SECONDS).value();
  }

  private static class Plain implements TokenProvider {
    @Override
    public AccessToken token() {
      return new AccessToken(Thread.currentThread().getName(), "Bearer", Instant.MAX, SCOPE);
    }

    @Override
    public AccessToken replace(AccessToken rejected) {
      return token();
    }
  }

  private static final class Broken extends Plain {
    @Override
    public AccessToken token() {
      throw new TokenUnavailableException("nobody there", null);
    }
  }
}
