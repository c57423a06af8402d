package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.cache.CachedTokenProvider;
import io.mpoauth2.client.cache.DaemonThreads;
import io.mpoauth2.client.cache.RefreshPolicy;
import io.mpoauth2.client.endpoint.TokenEndpoint;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.watch.ClientWatch;
import io.mpoauth2.client.token.watch.Listeners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a platform mounts a minute after the application has started; the clock is turned. */
class LateAssertionTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final ManualClock clock = new ManualClock();
  private final DaemonThreads threads = new DaemonThreads();
  private final Path file;
  private final CachedTokenProvider tokens;

  LateAssertionTest(@TempDir Path folder) {
    this.file = folder.resolve("token");
    MapConfig config =
        MapConfig.complete("default")
            .without("client-secret")
            .with("token-endpoint", server.uri().toString())
            .with("client-authentication", "private_key_jwt")
            .with("client-assertion-file", file.toString());
    ClientLog log = new ClientLog("default");
    this.tokens =
        new CachedTokenProvider(
            new TokenEndpoint(
                new SettingsReader(config.config(), TokenKey.of("default", List.of())),
                JsonProvider.find(),
                clock,
                log,
                log,
                threads.scheduler()),
            new RefreshPolicy(() -> 0),
            clock::nanoTime,
            clock,
            threads.threads(),
            new ClientWatch(log, Set.of(), Listeners.of(List.of())));
  }

  @AfterEach
  void stop() {
    tokens.close();
    threads.close();
    server.close();
  }

  @Test
  void the_first_attempt_after_it_has_come_has_a_token() throws IOException {
    server.answersToken("t0k3n", 300);
    for (int second = 0; second < 60; second++) {
      assertThatThrownBy(tokens::token)
          .isInstanceOf(InvalidSettingsException.class)
          .hasMessageContaining(file + "\" does not exist");
      clock.advance(SECOND);
    }
    assertThat(server.requests()).isEmpty();

    Files.writeString(file, "eyJ.eyJ.c2ln");

    assertThat(tokens.token().value()).isEqualTo("t0k3n");
    assertThat(server.requests()).hasSize(1);
  }

  /** The cooldown after a minute of refusals is long; what is in the file ends it. */
  @Test
  void one_that_takes_the_place_of_an_old_one_is_used_within_a_second() throws IOException {
    server.answersTokenTo(request -> request.form("client_assertion").contains("of.this.day"), 300);
    Files.writeString(file, "of.the.day.before");
    for (int second = 0; second < 60; second++) {
      assertThatThrownBy(tokens::token).isInstanceOf(TokenRefusedException.class);
      clock.advance(SECOND);
    }
    int refused = server.requests().size();

    Files.writeString(file, "of.this.day");

    assertThat(tokens.token().value()).isEqualTo("t0k3n");
    assertThat(server.requests()).hasSize(refused + 1);
  }
}
