package io.mpoauth2.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mpoauth2.client.token.AccessToken;
import java.time.Duration;
import java.util.List;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;

/**
 * The same questions as the stress tests ask, put to a model checker: it switches between threads
 * wherever they touch what they share, and sees threads that wait for ever.
 */
class InterleavingsIT {
  private static final int INTERLEAVINGS = 500;

  @Test
  void first_callers_share_one_request() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          bench.flights.areTheirOwn();

          List<String> replies = Threads.call(bench::token, bench::token);

          assertEquals(List.of("token-1", "token-1"), replies);
          bench.flights.settle();
          assertEquals("1 request", bench.source.account());
          assertEquals("1 reading", bench.source.readings());
        });
  }

  @Test
  void caller_refusal_and_renewal_share_one_request() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          AccessToken expired = bench.tokens.token();
          bench.passes(Duration.ofSeconds(969));
          bench.flights.areKept();
          bench.token();
          bench.passes(Duration.ofSeconds(1));

          List<String> replies =
              Threads.call(bench::token, () -> bench.replace(expired), bench::flies);

          assertEquals(List.of("token-2", "token-2", "flown"), replies);
          assertEquals("2 requests", bench.source.account());
        });
  }

  @Test
  void stale_token_starts_one_renewal_and_so_does_the_next_one() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          bench.token();
          bench.tokenBecomesStale();
          bench.flights.areKept();

          List<String> replies = Threads.call(bench::token, bench::token, bench::flies);

          assertTrue(replies.get(0).matches("token-[12]"), replies::toString);
          assertTrue(replies.get(1).matches("token-[12]"), replies::toString);
          bench.flies();
          assertEquals("2 requests", bench.source.account());
          bench.tokenBecomesStale();
          bench.token();
          bench.flies();
          assertEquals("3 requests", bench.source.account());
        });
  }

  @Test
  void refused_token_is_replaced_once_and_never_handed_out_again() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          AccessToken refused = bench.tokens.token();

          List<String> replies =
              Threads.call(
                  () -> bench.replace(refused) + " " + bench.token(),
                  () -> bench.replace(refused) + " " + bench.token(),
                  () -> bench.token() + " " + bench.token());

          assertEquals(List.of("token-2 token-2", "token-2 token-2"), replies.subList(0, 2));
          assertTrue(
              replies.get(2).matches("token-1 token-[12]|token-2 token-2"), replies::toString);
          assertEquals("2 requests", bench.source.account());
        });
  }

  @Test
  void a_refusal_during_a_flight_that_was_not_told_of_it_sends_one_more() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          bench.source.sharesTokens();
          AccessToken refused = bench.tokens.token();
          bench.tokenBecomesStale();
          bench.flights.areKept();
          bench.token();
          bench.flights.areTheirOwn();

          List<String> replies =
              Threads.call(
                  () -> bench.replace(refused), () -> bench.replace(refused), bench::flies);

          assertEquals(List.of("token-2", "token-2", "flown"), replies);
          bench.flights.settle();
          assertEquals("3 requests", bench.source.account());
        });
  }

  @Test
  void late_refusals_request_nothing() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          AccessToken first = bench.tokens.token();
          AccessToken second = bench.tokens.replace(first);
          bench.passes(Duration.ofSeconds(1));
          AccessToken third = bench.tokens.replace(second);
          bench.passes(Duration.ofSeconds(60));

          List<String> replies =
              Threads.call(
                  () -> bench.replace(first),
                  () -> bench.replace(second),
                  () -> bench.replace(third));

          assertTrue(replies.get(0).matches("token-[34]"), replies::toString);
          assertTrue(replies.get(1).matches("token-[34]"), replies::toString);
          assertEquals("token-4", replies.get(2));
          assertEquals("4 requests", bench.source.account());
        });
  }

  @Test
  void failure_reaches_every_caller_and_whoever_asks_again_hears_of_the_cooldown() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          bench.source.meets(Trouble.UNREACHABLE);
          bench.flights.areTheirOwn();

          List<String> replies =
              Threads.call(
                  () -> bench.token() + ", " + bench.token(),
                  () -> bench.token() + ", " + bench.token());

          assertTrue(replies.get(0).matches("(failed|cooldown), cooldown"), replies::toString);
          assertTrue(replies.get(1).matches("(failed|cooldown), cooldown"), replies::toString);
          assertEquals("1 request", bench.source.account());
        });
  }

  @Test
  void a_crash_is_a_failure_with_a_cooldown() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          bench.source.meets(Trouble.CRASH_OF_THE_FIRST);
          bench.flights.areTheirOwn();

          List<String> replies = Threads.call(bench::token, bench::token);

          assertFailed(replies);
          bench.cooldownEnds();
          assertEquals("token-1", bench.token());
          assertEquals("2 requests", bench.source.account());
        });
  }

  @Test
  void a_caller_who_gives_up_at_any_time_harms_nobody() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          bench.flights.areTheirOwn();
          InterruptibleCall call = new InterruptibleCall();

          List<String> replies =
              Threads.call(() -> call.during(bench::token), bench::token, call::interrupts);

          assertTrue(replies.get(0).matches("interrupted|token-1"), replies::toString);
          assertEquals("token-1", replies.get(1));
          bench.flights.settle();
          assertEquals("1 request", bench.source.account());
        });
  }

  @Test
  void a_flight_without_a_thread_is_a_failure_with_a_cooldown() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          bench.flights.areNotToBeHad();

          List<String> replies = Threads.call(bench::token, bench::token);

          assertFailed(replies);
          bench.flights.areTheirOwn();
          bench.cooldownEnds();
          assertEquals("token-1", bench.token());
          assertEquals("1 request", bench.source.account());
        });
  }

  @Test
  void a_renewal_without_a_thread_is_made_later() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          bench.token();
          bench.tokenBecomesStale();
          bench.flights.areNotToBeHad();

          List<String> replies = Threads.call(bench::token, bench::token, bench.flights::areKept);

          assertEquals(List.of("token-1", "token-1", "kept"), replies);
          bench.cooldownEnds();
          bench.token();
          assertEquals("2 flights", bench.flights.account());
        });
  }

  @Test
  void a_flight_that_is_lost_is_ended_by_its_deadline_and_made_later() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          bench.token();
          bench.tokenBecomesStale();
          bench.flights.areLost();
          bench.token();
          bench.tokenExpires();
          bench.flights.areTheirOwn();

          List<String> replies = Threads.call(bench::token, bench::token, bench.alarms::ring);

          assertFailed(replies.subList(0, 2));
          bench.cooldownEnds();
          assertEquals("token-2", bench.token());
          assertEquals("2 requests", bench.source.account());
        });
  }

  @Test
  void a_deadline_at_any_moment_leaves_one_outcome() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          bench.flights.areTheirOwn();

          List<String> replies = Threads.call(bench::token, bench::token, bench.alarms::ring);

          bench.flights.settle();
          if (bench.token().equals("token-1")) {
            assertEquals(List.of("token-1", "token-1", "rung"), replies);
          } else {
            assertFailed(replies.subList(0, 2));
            assertEquals("cooldown", bench.token());
          }
        });
  }

  @Test
  void unusable_settings_have_no_cooldown() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          bench.source.settingsBecome("");
          bench.flights.areTheirOwn();

          List<String> replies =
              Threads.call(bench::token, bench::token, () -> bench.source.settingsBecome("mended"));

          assertTrue(replies.get(0).matches("unusable settings|token-1"), replies::toString);
          assertTrue(replies.get(1).matches("unusable settings|token-1"), replies::toString);
          assertEquals("token-1", bench.token());
          assertEquals("1 request", bench.source.account());
        });
  }

  @Test
  void changed_settings_end_a_cooldown_once() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          bench.source.meets(Trouble.REFUSAL);
          bench.token();
          bench.source.meets(Trouble.NONE);
          bench.source.settingsBecome("changed");
          bench.cooldownEnds();
          bench.flights.areTheirOwn();

          List<String> replies = Threads.call(bench::token, bench::token);

          assertTrue(replies.contains("token-1"), replies::toString);
          assertTrue(
              replies.stream().allMatch(reply -> reply.matches("token-1|cooldown")),
              replies::toString);
          assertEquals("2 requests", bench.source.account());
        });
  }

  @Test
  void closing_during_a_flight_releases_all() {
    inEachWay(
        () -> {
          Bench bench = new Bench(Threads::start);
          bench.flights.areTheirOwn();

          List<String> replies = Threads.call(bench::token, bench::token, bench::closes);

          bench.flights.settle();
          String outcome = bench.token();
          assertTrue(outcome.matches("token-1|closed"), outcome);
          assertEquals(List.of(outcome, outcome, "closed"), replies);
        });
  }

  private static void assertFailed(List<String> replies) {
    assertTrue(
        replies.stream().allMatch(reply -> reply.matches("failed|cooldown")), replies::toString);
  }

  /**
   * Once as it comes before, so that what is done once in a JVM is done: Lincheck takes the first
   * log line, say, for a part of the first way and misses it in all others.
   */
  private static void inEachWay(Runnable test) {
    test.run();
    Lincheck.runConcurrentTest(INTERLEAVINGS, test);
  }
}
