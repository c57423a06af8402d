package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.Seen.Outcome;
import io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignTest {
  private static final Sign NEVER = Sign.seen(seen -> false);
  private static final Sign ALWAYS = Sign.seen(seen -> true);

  @Test
  void a_code_is_a_sign_where_the_server_refuses() {
    Sign sign = Sign.code("invalid_scope", "invalid_target");

    assertThat(sign.codes()).containsExactlyInAnyOrder("invalid_scope", "invalid_target");
    assertThat(fits(sign, answer(Outcome.REFUSED, 400, "invalid_target"))).isTrue();
    assertThat(fits(sign, answer(Outcome.REFUSED, 400, "invalid_client"))).isFalse();
    assertThat(fits(sign, answer(Outcome.UNAVAILABLE, 503, "invalid_target"))).isFalse();
  }

  @Test
  void a_bare_status_is_one_where_the_server_refuses_without_a_code() {
    Sign sign = Sign.bare(401);

    assertThat(fits(sign, answer(Outcome.REFUSED, 401, ""))).isTrue();
    assertThat(fits(sign, answer(Outcome.REFUSED, 403, ""))).isFalse();
    assertThat(fits(sign, answer(Outcome.REFUSED, 401, "invalid_scope"))).isFalse();
    assertThat(fits(sign, answer(Outcome.UNAVAILABLE, 401, ""))).isFalse();
  }

  @Test
  void outcome_status_and_what_is_missing_are_signs_by_themselves() {
    assertThat(fits(Sign.is(Outcome.NO_TOKEN), answer(Outcome.NO_TOKEN, 200, ""))).isTrue();
    assertThat(fits(Sign.is(Outcome.NO_TOKEN), answer(Outcome.REFUSED, 200, ""))).isFalse();
    assertThat(fits(Sign.status(415), answer(Outcome.REFUSED, 415, "x"))).isTrue();
    assertThat(fits(Sign.status(415), answer(Outcome.REFUSED, 400, "x"))).isFalse();
    assertThat(fits(Sign.missing(Missing.REACHED), nothing(Missing.REACHED, ""))).isTrue();
    assertThat(fits(Sign.missing(Missing.REACHED), nothing(Missing.TRUSTED, ""))).isFalse();
    assertThat(fits(Sign.missing(Missing.REACHED), answer(Outcome.REFUSED, 400, ""))).isFalse();
  }

  @Test
  void words_are_one_wherever_they_stand() {
    Sign sign = Sign.says("alert: (bad|unknown)");

    assertThat(fits(sign, nothing(Missing.TRUSTED, "fatal alert: unknown_ca"))).isTrue();
    assertThat(fits(sign, nothing(Missing.TRUSTED, "fatal alert: protocol"))).isFalse();
  }

  @Test
  void two_signs_are_one_where_both_were_seen_or_where_either_was() {
    Seen any = answer(Outcome.REFUSED, 400, "");

    assertThat(fits(ALWAYS.and(ALWAYS), any)).isTrue();
    assertThat(fits(ALWAYS.and(NEVER), any)).isFalse();
    assertThat(fits(ALWAYS.or(NEVER), any)).isTrue();
    assertThat(fits(NEVER.or(ALWAYS), any)).isTrue();
    assertThat(fits(NEVER.or(NEVER), any)).isFalse();
  }

  @Test
  void two_signs_are_known_by_the_codes_of_both() {
    Sign one = Sign.code("invalid_client");
    Sign other = Sign.code("invalid_client", "unauthorized_client");

    assertThat(one.or(other).codes())
        .containsExactlyInAnyOrder("invalid_client", "unauthorized_client");
    assertThat(one.and(other).codes())
        .containsExactlyInAnyOrder("invalid_client", "unauthorized_client");
  }

  private static boolean fits(Sign sign, Seen seen) {
    return sign.fits().test(seen);
  }

  private static Seen answer(Outcome outcome, int status, String code) {
    return new Seen(SampleSettings.anywhere().build(), outcome, Optional.empty(), status, code, "");
  }

  private static Seen nothing(Missing missing, String detail) {
    return new Seen(
        SampleSettings.anywhere().build(), Outcome.NO_ANSWER, Optional.of(missing), 0, "", detail);
  }
}
