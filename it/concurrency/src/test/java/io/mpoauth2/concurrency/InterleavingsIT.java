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
    Lincheck.runConcurrentTest(
        INTERLEAVINGS,
        () -> {
          Bench bench = new Bench();

          List<String> replies = Threads.call(bench::token, bench::token, bench::token);

          assertEquals(List.of("token-1", "token-1", "token-1"), replies);
          assertEquals("1 request", bench.source.account());
        });
  }

  @Test
  void caller_refusal_and_renewal_share_one_request() {
    Lincheck.runConcurrentTest(
        INTERLEAVINGS,
        () -> {
          Bench bench = new Bench();
          AccessToken expired = bench.tokens.token();
          bench.tokenBecomesStale();
          bench.token();
          bench.tokenExpires();

          List<String> replies =
              Threads.call(bench::token, () -> bench.replace(expired), bench::renews);

          assertEquals(List.of("token-2", "token-2", "renewed"), replies);
          assertEquals("2 requests", bench.source.account());
        });
  }

  @Test
  void stale_token_queues_one_renewal_and_so_does_the_next_one() {
    Lincheck.runConcurrentTest(
        INTERLEAVINGS,
        () -> {
          Bench bench = new Bench();
          bench.token();
          bench.tokenBecomesStale();

          List<String> replies = Threads.call(bench::token, bench::token, bench::renews);

          assertTrue(replies.get(0).matches("token-[12]"), replies::toString);
          assertTrue(replies.get(1).matches("token-[12]"), replies::toString);
          bench.renews();
          assertEquals("2 requests", bench.source.account());
          bench.tokenBecomesStale();
          bench.token();
          bench.renews();
          assertEquals("3 requests", bench.source.account());
        });
  }

  @Test
  void refused_token_is_replaced_once_and_never_handed_out_again() {
    Lincheck.runConcurrentTest(
        INTERLEAVINGS,
        () -> {
          Bench bench = new Bench();
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
  void late_refusals_request_nothing() {
    Lincheck.runConcurrentTest(
        INTERLEAVINGS,
        () -> {
          Bench bench = new Bench();
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
    Lincheck.runConcurrentTest(
        INTERLEAVINGS,
        () -> {
          Bench bench = new Bench();
          bench.source.meets(Trouble.UNREACHABLE);

          List<String> replies =
              Threads.call(
                  () -> bench.token() + ", " + bench.token(),
                  () -> bench.token() + ", " + bench.token(),
                  bench::token);

          assertTrue(replies.get(0).matches("(failed|told|cooldown), cooldown"), replies::toString);
          assertTrue(replies.get(1).matches("(failed|told|cooldown), cooldown"), replies::toString);
          assertTrue(replies.get(2).matches("failed|told|cooldown"), replies::toString);
          assertEquals("1 request", bench.source.account());
        });
  }

  @Test
  void crashed_leader_releases_its_followers() {
    Lincheck.runConcurrentTest(
        INTERLEAVINGS,
        () -> {
          Bench bench = new Bench();
          bench.source.meets(Trouble.CRASH_OF_THE_FIRST);

          List<String> replies = Threads.call(bench::token, bench::token, bench::token);

          assertEquals(
              List.of("crashed", "token-1", "token-1"), replies.stream().sorted().toList());
          assertEquals("2 requests", bench.source.account());
        });
  }

  @Test
  void rejected_renewal_is_queued_later() {
    Lincheck.runConcurrentTest(
        INTERLEAVINGS,
        () -> {
          Bench bench = new Bench();
          bench.token();
          bench.tokenBecomesStale();
          bench.renewals.rejects();

          Threads.call(bench::token, bench::token, bench.renewals::acceptsAgain);

          bench.token();
          assertEquals("1 renewal", bench.renewals.account());
        });
  }
}
