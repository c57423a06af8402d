package io.mpoauth2.fuzzing;

import io.mpoauth2.client.endpoint.AnyMetadata;
import io.mpoauth2.client.endpoint.AnyTokenAnswer;
import io.mpoauth2.client.endpoint.LongAnswer;
import io.mpoauth2.client.endpoint.WellFormedTokenAnswer;
import io.mpoauth2.client.endpoint.keys.AnyKeyFile;
import io.mpoauth2.client.endpoint.keys.AnyStoreFile;
import io.mpoauth2.client.jaxrs.AnyChallenges;
import io.mpoauth2.client.jaxrs.WellFormedChallenges;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All kept inputs, and as many new ones as the build asks for. */
class FuzzingIT {
  private static final long RUNS = Long.getLong("runs");

  /** Headers are short, and what is met in a longer one is met in these. */
  @ParameterizedTest
  @ValueSource(classes = {AnyChallenges.class, WellFormedChallenges.class})
  void no_challenge_breaks_it(Class<?> target) throws Exception {
    fuzz(target, RUNS, 256, 1_000);
  }

  @ParameterizedTest
  @ValueSource(classes = {AnyTokenAnswer.class, WellFormedTokenAnswer.class})
  void no_answer_breaks_it(Class<?> target) throws Exception {
    fuzz(target, RUNS, 1_024, 1_000);
  }

  @ParameterizedTest
  @ValueSource(classes = AnyMetadata.class)
  void no_metadata_break_it(Class<?> target) throws Exception {
    fuzz(target, RUNS, 1_024, 1_000);
  }

  /** Fewer: each is understood by the JDK in a dozen ways. */
  @ParameterizedTest
  @ValueSource(classes = {AnyKeyFile.class, AnyStoreFile.class})
  void no_key_file_breaks_it(Class<?> target) throws Exception {
    fuzz(target, RUNS / 10, 2_048, 100);
  }

  /** Fewer: each reads a mebibyte. */
  @ParameterizedTest
  @ValueSource(classes = LongAnswer.class)
  void no_long_answer_breaks_it(Class<?> target) throws Exception {
    fuzz(target, RUNS / 200, 1_024, 2);
  }

  private static void fuzz(Class<?> target, long runs, int longest, long perSecond)
      throws Exception {
    Fuzzer fuzzer = new Fuzzer(target, runs, longest);

    System.out.println(fuzzer.run(Duration.ofSeconds(60 + runs / perSecond)));
  }
}
