package io.mpoauth2.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.Gate;
import io.mpoauth2.client.testing.NumberedTokens;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.TokenUnavailableException;
import io.mpoauth2.client.token.operation.LibraryThreads;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A 401 after which nothing is sent again, while the token endpoint takes its time. */
@Timeout(30)
class ClientTokensTest {
  private final NumberedTokens tokens = new NumberedTokens();
  private final Gate endpoint = new Gate();
  private final AtomicInteger asked = new AtomicInteger();
  private final ClientTokens client =
      new ClientTokens(new Slow(), LibraryThreads.named("test").unbounded());
  private AccessToken refused;

  @BeforeEach
  void a_token_is_refused() {
    refused = client.token();
  }

  @AfterEach
  void let_it_go() {
    endpoint.open();
  }

  @Test
  void it_does_not_wait_for_the_end() {
    assertThat(client.replaceSoon(refused)).isNotNull().returns(false, Replacement::isThere);
  }

  @Test
  void no_thread_to_be_had_is_an_outcome() {
    ClientTokens broken =
        new ClientTokens(
            new Slow(),
            task -> {
              throw new OutOfMemoryError("unable to create native thread");
            });

    assertThat(Objects.requireNonNull(broken.replaceSoon(refused)).outcome().toCompletableFuture())
        .isCompletedExceptionally();
  }

  @Test
  void who_may_not_wait_does_not_wait_at_all() {
    assertThat(client.replaceLater(refused)).isNotNull().returns(false, Replacement::isThere);
    assertThat(client.replaceSoon(refused)).isNull();
  }

  @Test
  void who_is_refused_meanwhile_asks_for_nothing_more() {
    client.replaceSoon(refused);

    for (int call = 0; call < 100; call++) {
      assertThat(client.replaceSoon(refused)).isNull();
    }

    assertThat(asked).hasValue(1);
  }

  @Test
  void the_next_call_waits_a_moment_and_has_the_new_token() {
    client.replaceSoon(refused);

    endpoint.open();

    assertThat(client.token().value()).isEqualTo("token-2");
  }

  /** A provider that never comes back would hold them up for ever otherwise. */
  @Test
  void a_thousand_calls_do_not_wait_longer_than_that() {
    client.replaceSoon(refused);

    for (int call = 0; call < 1_000; call++) {
      assertThat(client.token().value()).isEqualTo("token-1");
    }
  }

  @Test
  void a_call_that_has_another_token_already_does_not_wait() {
    client.replaceSoon(refused);
    tokens.replace(refused);

    for (int call = 0; call < 1_000; call++) {
      assertThat(client.token().value()).isEqualTo("token-2");
    }
  }

  @Test
  void the_next_call_has_the_old_token_where_no_other_can_be_had() {
    tokens.cannotReplace(new TokenUnavailableException("down", null));
    client.replaceSoon(refused);

    endpoint.open();

    assertThat(client.token().value()).isEqualTo("token-1");
  }

  @Test
  void nothing_more_is_asked_for_until_the_next_401() {
    tokens.exhausted();
    endpoint.open();
    assertThat(client.replaceSoon(refused)).isNotNull().returns(true, Replacement::isThere);

    for (int call = 0; call < 10; call++) {
      assertThat(client.token().value()).isEqualTo("token-1");
    }

    assertThat(asked).hasValue(1);
  }

  @Test
  void whatever_a_provider_throws_is_an_outcome() {
    endpoint.open();
    ClientTokens broken =
        new ClientTokens(
            new Slow() {
              @Override
              public AccessToken replace(AccessToken rejected) {
                throw new StackOverflowError();
              }
            },
            LibraryThreads.named("test").unbounded());

    Replacement replacement = Objects.requireNonNull(broken.replaceSoon(refused));

    assertThat(replacement.outcome().toCompletableFuture())
        .failsWithin(1, TimeUnit.SECONDS)
        .withThrowableThat()
        .withCauseInstanceOf(StackOverflowError.class);
  }

  private class Slow implements TokenProvider {
    @Override
    public AccessToken token() {
      return tokens.token();
    }

    @Override
    public AccessToken replace(AccessToken rejected) {
      asked.incrementAndGet();
      try {
        endpoint.pass();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return tokens.replace(rejected);
    }
  }
}
