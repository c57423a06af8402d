package io.mpoauth2.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FixedTokenTest {
  private final AccessTokens tokens = new AccessTokens(System::nanoTime);

  @Test
  void a_fixed_token_is_taken_before_it_was_asked_for() {
    tokens.fix("known");

    assertThat(tokens.scopesOf("known")).contains(Sandbox.SCOPES);
  }

  @Test
  void no_other_is_issued() {
    tokens.fix("known");

    assertThat(tokens.issue(Set.of("event"), java.time.Duration.ofHours(1))).isEqualTo("known");
    assertThat(tokens.scopesOf("known")).contains(Set.of("event"));
  }

  @Test
  void revoked_it_is_refused_until_it_is_issued_again() {
    tokens.fix("known");
    tokens.revokeAll();
    assertThat(tokens.scopesOf("known")).isEmpty();

    tokens.issue(Set.of("event"), java.time.Duration.ofHours(1));

    assertThat(tokens.scopesOf("known")).isPresent();
  }
}
