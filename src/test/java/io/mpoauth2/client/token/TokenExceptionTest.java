package io.mpoauth2.client.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenExceptionTest {
  private static final Instant LATER = Instant.parse("2026-01-01T00:00:01Z");
  private static final Duration PAUSE = Duration.ofSeconds(7);

  private final TokenRefusedException refused =
      TokenRefusedException.builder(400)
          .error("invalid_scope")
          .errorDescription("which?")
          .errorUri("urn:help")
          .retryAfter(PAUSE)
          .build("no");
  private final TokenUnavailableException unavailable =
      new TokenUnavailableException("slow", PAUSE);

  @Test
  void a_first_failure_counts_as_one_and_knows_no_next_attempt() {
    assertThat(unavailable.failures()).isEqualTo(1);
    assertThat(unavailable.nextAttempt()).isEmpty();
    assertThat(unavailable.retryAfter()).contains(PAUSE);
    assertThat(unavailable).hasMessage("slow").hasNoCause();
  }

  @Test
  void during_a_cooldown_it_says_how_often_and_until_when() {
    TokenException once = unavailable.duringCooldown(1, LATER);
    TokenException often = unavailable.duringCooldown(12, LATER);

    assertThat(once)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessage("slow (failed once; next attempt not before 2026-01-01T00:00:01Z)")
        .hasCause(unavailable);
    assertThat(often).hasMessageContaining("failed 12 times in a row");
    assertThat(often.failures()).isEqualTo(12);
    assertThat(often.nextAttempt()).contains(LATER);
    assertThat(often.retryAfter()).contains(PAUSE);
  }

  @Test
  void a_refusal_keeps_its_details_during_a_cooldown() {
    assertThat(refused.duringCooldown(2, LATER))
        .isInstanceOfSatisfying(TokenRefusedException.class, this::hasItsDetails)
        .hasMessageStartingWith("no (failed 2 times");
  }

  @Test
  void nobody_can_add_somebody_elses_words() {
    IllegalStateException foreign = new IllegalStateException("t0k3n");

    unavailable.addSuppressed(foreign);

    assertThat(unavailable.getSuppressed()).isEmpty();
    assertThatThrownBy(() -> unavailable.initCause(foreign))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_further_caller_gets_an_exception_of_its_own_with_the_first_as_cause() {
    assertThat(refused.forAnotherCaller())
        .isNotSameAs(refused)
        .hasCause(refused)
        .hasMessage("no")
        .isInstanceOfSatisfying(TokenRefusedException.class, this::hasItsDetails);
    assertThat(unavailable.forAnotherCaller())
        .isInstanceOf(TokenUnavailableException.class)
        .hasCause(unavailable)
        .hasMessage("slow");
  }

  private void hasItsDetails(TokenRefusedException told) {
    assertThat(told.status()).isEqualTo(400);
    assertThat(told.error()).isEqualTo("invalid_scope");
    assertThat(told.errorDescription()).isEqualTo("which?");
    assertThat(told.errorUri()).isEqualTo("urn:help");
    assertThat(told.retryAfter()).contains(PAUSE);
  }
}
