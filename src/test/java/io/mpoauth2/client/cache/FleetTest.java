package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.watch.ClientWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten thousand instances of an application, all busy, that were started within a minute. Each of
 * them asks for a token every hour, and the authorization server wants to sleep.
 */
class FleetTest {
  private static final int INSTANCES = 10_000;
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final int SECONDS = 5 * 3_600;

  private final ManualClock clock = new ManualClock();

  /** Token requests, by their number in an instance's life and by second. */
  private final int[][] requests = new int[7][SECONDS];

  private int second;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void from_the_second_renewal_on_the_busiest_second_sees_at_most_twice_the_mean(long seed) {
    Random random = new Random(seed);
    List<CachedTokenProvider> fleet = new ArrayList<>();
    int[] starts = new int[INSTANCES];
    for (int i = 0; i < INSTANCES; i++) {
      fleet.add(instance(random));
      starts[i] = random.nextInt(60);
    }

    for (second = 0; second < SECONDS; second++) {
      for (int i = 0; i < INSTANCES; i++) {
        if (starts[i] <= second) {
          fleet.get(i).token();
        }
      }
      clock.advance(Duration.ofSeconds(1));
    }

    for (int renewal = 2; renewal <= 4; renewal++) {
      int[] seen = requests[renewal];
      long busy = Arrays.stream(seen).filter(count -> count > 0).count();
      assertThat(Arrays.stream(seen).sum()).isEqualTo(INSTANCES);
      assertThat(Arrays.stream(seen).max().orElseThrow())
          .as("busiest second of renewal %d, which took %d s", renewal, busy)
          .isLessThanOrEqualTo((int) (2 * INSTANCES / busy));
    }
  }

  private CachedTokenProvider instance(Random random) {
    return new CachedTokenProvider(
        new CountedSource(),
        new RefreshPolicy(random::nextDouble),
        clock::nanoTime,
        clock,
        new ManualThreads().threads(),
        ClientWatch.unwatched("fleet"));
  }

  /** Answers at once; each answer is noted as one of this second. */
  private final class CountedSource implements TokenSource, TokenSource.Exchange {
    private int asked;

    @Override
    public Exchange prepare(@Nullable AccessToken refused) {
      return this;
    }

    @Override
    public IssuedToken send(Duration left) {
      requests[asked++][second]++;
      AccessToken token =
          new AccessToken("t" + asked, "Bearer", clock.instant().plus(LIFETIME), Set.of());
      return IssuedToken.of(token, LIFETIME);
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(10);
    }
  }
}
