package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenReplacementTest {
  private static final Duration NANOSECOND = Duration.ofNanos(1);

  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads renewals = new ManualThreads();
  private final CachedTokenProvider tokens = source.cachedWith(renewals);

  @Test
  void the_first_token_refused_is_replaced_at_once() {
    AccessToken first = tokens.token();

    AccessToken second = tokens.replace(first);

    assertThat(second.value()).isEqualTo("token-2");
    assertThat(tokens.token()).isSameAs(second);
    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void a_token_is_known_by_its_value_alone() {
    AccessToken first = tokens.token();
    AccessToken lookalike =
        new AccessToken(first.value(), "Bearer", clock.instant(), Set.of("something else"));

    assertThat(tokens.replace(lookalike).value()).isEqualTo("token-2");
  }

  @Test
  void late_refusals_of_earlier_tokens_get_the_current_one_without_a_request() {
    AccessToken first = tokens.token();
    AccessToken second = tokens.replace(first);
    clock.advance(Duration.ofSeconds(1));
    AccessToken third = tokens.replace(second);

    assertThat(tokens.replace(first)).isSameAs(third);
    assertThat(tokens.replace(second)).isSameAs(third);
    assertThat(tokens.replace(first)).isSameAs(third);
    assertThat(source.sent()).isEqualTo(3);
    assertThat(source.prepared()).isEqualTo(3);
  }

  @Test
  void late_refusals_do_not_count_against_the_current_token() {
    AccessToken first = tokens.token();
    AccessToken second = tokens.replace(first);
    tokens.replace(first);

    clock.advance(Duration.ofSeconds(1));
    AccessToken third = tokens.replace(second);
    clock.advance(Duration.ofSeconds(1));

    assertThat(tokens.replace(third).value()).isEqualTo("token-4");
  }

  @Test
  void refusing_an_earlier_token_renews_a_stale_one_without_waiting() {
    AccessToken first = tokens.token();
    AccessToken second = tokens.replace(first);
    clock.advance(Duration.ofSeconds(700));
    renewals.keeps();

    assertThat(tokens.replace(first)).isSameAs(second);
    assertThat(renewals.queued()).isEqualTo(1);
  }

  @Test
  void refusing_an_earlier_token_gets_a_new_one_when_the_current_is_expired() {
    AccessToken first = tokens.token();
    tokens.replace(first);
    clock.advance(Duration.ofSeconds(970));

    assertThat(tokens.replace(first).value()).isEqualTo("token-3");
  }

  @Test
  void a_replacement_refused_within_its_span_comes_back() {
    AccessToken second = tokens.replace(tokens.token());
    clock.advance(Duration.ofSeconds(1).minus(NANOSECOND));

    assertThat(tokens.replace(second)).isSameAs(second);
    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void a_replacement_refused_at_the_end_of_its_span_is_replaced() {
    AccessToken second = tokens.replace(tokens.token());
    clock.advance(Duration.ofSeconds(1));

    assertThat(tokens.replace(second).value()).isEqualTo("token-3");
  }

  @Test
  void a_span_starts_when_the_replacement_is_stored() {
    AccessToken first = tokens.token();
    source.takes(Duration.ofSeconds(7));
    AccessToken second = tokens.replace(first);

    clock.advance(Duration.ofSeconds(1).minus(NANOSECOND));

    assertThat(tokens.replace(second)).isSameAs(second);
  }

  @Test
  void an_api_that_refuses_everything_costs_one_replacement_per_span() {
    source.lifetime(Duration.ofDays(1));
    tokens.token();
    List<Integer> replacedAt = new ArrayList<>();

    for (int tenths = 0; tenths <= 2000; tenths++) {
      int sent = source.sent();
      tokens.replace(tokens.token());
      if (source.sent() > sent) {
        replacedAt.add(tenths);
      }
      clock.advance(Duration.ofMillis(100));
    }

    assertThat(replacedAt).containsExactly(0, 10, 30, 70, 150, 310, 630, 1230, 1830);
  }

  @Test
  void a_hundred_calls_in_a_row_to_an_api_that_refuses_everything_cost_one_replacement() {
    for (int call = 0; call < 100; call++) {
      tokens.replace(tokens.token());
    }

    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void a_replacement_that_survived_its_span_starts_over_at_a_second() {
    AccessToken second = tokens.replace(tokens.token());
    tokens.replace(second);
    clock.advance(Duration.ofSeconds(1));
    AccessToken withSpanOfTwoSeconds = tokens.replace(second);
    clock.advance(Duration.ofSeconds(2));

    AccessToken withSpanOfOne = tokens.replace(withSpanOfTwoSeconds);

    clock.advance(Duration.ofSeconds(1).minus(NANOSECOND));
    assertThat(tokens.replace(withSpanOfOne)).isSameAs(withSpanOfOne);
    clock.advance(NANOSECOND);
    assertThat(tokens.replace(withSpanOfOne)).isNotEqualTo(withSpanOfOne);
  }

  @Test
  void an_expired_replacement_is_replaced_even_within_its_span() {
    source.lifetime(Duration.ofMillis(500));
    AccessToken second = tokens.replace(tokens.token());
    clock.advance(Duration.ofMillis(450));

    assertThat(tokens.replace(second).value()).isEqualTo("token-3");
  }

  @Test
  void a_renewed_token_is_no_replacement() {
    tokens.replace(tokens.token());
    clock.advance(Duration.ofSeconds(700));
    renewals.keeps();
    tokens.token();
    renewals.runAll();
    renewals.runsAtOnce();
    AccessToken renewed = tokens.token();

    assertThat(tokens.replace(renewed).value()).isEqualTo("token-4");
  }

  @Test
  void the_same_value_handed_out_again_comes_back_and_is_not_asked_for_on_each_call() {
    source.handsOut("the-only-one");
    AccessToken only = tokens.token();

    for (int call = 0; call < 100; call++) {
      assertThat(tokens.replace(only).value()).isEqualTo(only.value());
    }

    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void the_same_value_handed_out_again_is_asked_for_once_per_span() {
    source.handsOut("the-only-one");
    AccessToken only = tokens.token();

    for (int tenths = 0; tenths < 70; tenths++) {
      tokens.replace(only);
      clock.advance(Duration.ofMillis(100));
    }

    assertThat(source.sent()).as("first, at 0 s, 1 s and 3 s").isEqualTo(4);
  }
}
