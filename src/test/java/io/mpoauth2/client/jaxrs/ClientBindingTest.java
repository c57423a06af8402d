package io.mpoauth2.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.NumberedTokens;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The call behind one whose 401 did not wait for the replacement. */
@Timeout(30)
class ClientBindingTest {
  private final NumberedTokens tokens = new NumberedTokens();
  private final CompletableFuture<AccessToken> replacement = new CompletableFuture<>();
  private final AtomicInteger replacements = new AtomicInteger();
  private final ClientBinding binding = new ClientBinding(slow(), CallSettings.DEFAULTS);

  @BeforeEach
  void a_token_is_refused() {
    binding.remember(new Replacement(slow(), binding.token()));
  }

  @Test
  void it_has_the_new_token() {
    replacement.complete(tokens.replace(tokens.token()));

    assertThat(binding.token().value()).isEqualTo("token-2");
  }

  @Test
  void it_waits_a_moment_for_it() {
    Thread endpoint =
        new Thread(() -> replacement.complete(tokens.replace(tokens.token())), "endpoint");
    endpoint.setDaemon(true);
    endpoint.start();

    assertThat(binding.token().value()).isEqualTo("token-2");
  }

  @Test
  void it_does_not_wait_longer_than_that() {
    assertThat(binding.token().value()).isEqualTo("token-1");
  }

  @Test
  void it_has_the_old_token_where_no_other_can_be_had() {
    replacement.completeExceptionally(new TokenUnavailableException("down", null));

    assertThat(binding.token().value()).isEqualTo("token-1");
  }

  @Test
  void nothing_more_is_asked_for_until_the_next_401() {
    replacement.complete(tokens.token());

    for (int call = 0; call < 10; call++) {
      assertThat(binding.token().value()).isEqualTo("token-1");
    }

    assertThat(replacements).hasValue(1);
  }

  private TokenProvider slow() {
    return new TokenProvider() {
      @Override
      public AccessToken token() {
        return tokens.token();
      }

      @Override
      public AccessToken replace(AccessToken rejected) {
        throw new AssertionError("nobody waits");
      }

      @Override
      public CompletionStage<AccessToken> replaceAsync(AccessToken rejected) {
        replacements.incrementAndGet();
        return replacement;
      }
    };
  }
}
