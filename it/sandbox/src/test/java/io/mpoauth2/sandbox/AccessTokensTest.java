package io.mpoauth2.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 10);
  private final AccessTokens tokens = new AccessTokens(clock::get);

  @Test
  void token_is_valid_one_nanosecond_before_its_end() {
    String token = tokens.issue(Set.of("event"), Duration.ofSeconds(1));

    clock.addAndGet(999_999_999);

    assertThat(tokens.scopesOf(token)).hasValue(Set.of("event"));
  }

  @Test
  void token_is_not_valid_at_its_end() {
    String token = tokens.issue(Set.of("event"), Duration.ofSeconds(1));

    clock.addAndGet(1_000_000_000);

    assertThat(tokens.scopesOf(token)).isEmpty();
  }
}
