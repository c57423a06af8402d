package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.Caller;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.watch.ClientWatch;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads whose tokens are refused all the time, by a clock on which every span is over. */
@Timeout(120)
class ReplacementRaceTest {
  private static final int THREADS = 8;
  private static final int REFUSALS_PER_THREAD = 10_000;

  private final AtomicLong nanos = new AtomicLong();
  private final ManualClock wallClock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(wallClock);
  private final CachedTokenProvider tokens =
      new CachedTokenProvider(
          source,
          new RefreshPolicy(() -> 0),
          () -> nanos.addAndGet(Duration.ofSeconds(61).toNanos()),
          wallClock,
          new ManualThreads().threads(),
          ClientWatch.unwatched("signicat"));

  @Test
  void nobody_gets_the_rejected_token_or_an_older_one_after_a_replacement_was_stored() {
    source.lifetime(Duration.ofDays(36_500));
    source.promises(Duration.ofDays(36_500));
    tokens.token();
    Queue<String> wrong = new ConcurrentLinkedQueue<>();

    List<Caller> crowd = Caller.crowdAsks(THREADS, () -> refuseManyTimes(wrong));

    assertThat(crowd).allSatisfy(caller -> assertThat(caller.token()).isNotNull());
    assertThat(wrong).isEmpty();
    assertThat(source.sent()).isBetween(2, 1 + THREADS * REFUSALS_PER_THREAD);
  }

  private AccessToken refuseManyTimes(Queue<String> wrong) {
    AccessToken token = tokens.token();
    for (int call = 0; call < REFUSALS_PER_THREAD; call++) {
      AccessToken other = tokens.replace(token);
      if (number(other) <= number(token)) {
        wrong.add(other.value() + " for " + token.value());
      }
      token = other;
    }
    return token;
  }

  private static int number(AccessToken token) {
    return Integer.parseInt(token.value().substring("token-".length()));
  }
}
