package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.token.TokenProvider;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Row C6: scope sets without end, and names that nothing is kept for. */
class ManyProvidersTest {
  private final TokenProviders providers =
      TokenProviders.from(MapConfig.complete("signicat").config());

  @AfterEach
  void close() {
    providers.close();
  }

  @Test
  void beyond_a_thousand_scope_sets_the_next_one_is_refused() {
    for (int number = 0; number < 1_000; number++) {
      providers.get("signicat", List.of("scope-" + number));
    }

    assertThatThrownBy(() -> providers.get("signicat", List.of("one-more")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must not depend on the single call");
  }

  @Test
  void those_that_are_there_still_serve() {
    TokenProvider first = providers.get("signicat", List.of("scope-0"));
    for (int number = 1; number < 1_000; number++) {
      providers.get("signicat", List.of("scope-" + number));
    }

    assertThat(providers.get("signicat", List.of("scope-0"))).isSameAs(first);
  }

  @Test
  void nothing_is_kept_for_a_name_that_no_client_can_have() {
    for (int number = 0; number < 10_000; number++) {
      providers.get("signi.cat/" + number);
    }

    assertThat(providers.get("signicat")).isNotNull();
  }

  @Test
  void a_name_that_no_client_can_have_is_told_at_the_first_token() {
    TokenProvider tokens = providers.get("signi.cat");

    assertThatThrownBy(tokens::token)
        .isInstanceOfSatisfying(
            InvalidSettingsException.class,
            problem -> assertThat(problem.client()).isEqualTo("signi.cat"))
        .hasMessageContaining("the client's name may have only A-Z a-z 0-9 _ -");
    assertThat(tokens.tokenAsync().toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void a_name_that_no_client_can_have_is_told_after_closing_too() {
    TokenProvider tokens = providers.get("signi.cat");

    providers.close();

    assertThatThrownBy(tokens::token).isInstanceOf(InvalidSettingsException.class);
  }
}
