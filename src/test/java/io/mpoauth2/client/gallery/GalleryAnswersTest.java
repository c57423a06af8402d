package io.mpoauth2.client.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.gallery.ServerAnswer.Kind;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays the answers of authorization servers and gateways in the field, as public pages and threads
 * show them, against the settings of the recipe for each.
 */
class GalleryAnswersTest {
  private final FakeTokenEndpoint fake = FakeTokenEndpoint.start();
  private final RecipesClient client = new RecipesClient(fake);

  @AfterEach
  void close() {
    fake.close();
  }

  static Stream<Arguments> tokens() {
    return answers(Kind.TOKEN);
  }

  static Stream<Arguments> refusals() {
    return answers(Kind.REFUSAL);
  }

  static Stream<Arguments> unavailable() {
    return answers(Kind.UNAVAILABLE);
  }

  private static Stream<Arguments> answers(Kind kind) {
    return Server.all().stream()
        .flatMap(
            server ->
                server.answers().stream()
                    .filter(answer -> answer.kind() == kind)
                    .map(answer -> Arguments.of(server, answer)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("tokens")
  void a_token_is_read(Server server, ServerAnswer answer) {
    play(answer);

    try (CapturedLog log = CapturedLog.start()) {
      Instant before = Instant.now();
      AccessToken token = client.ask(server);
      Instant after = Instant.now();

      Duration lifetime = Duration.ofSeconds(answer.expected().getInt("lifetime"));
      assertThat(token.value()).isEqualTo(answer.expected().getString("value"));
      assertThat(token.type()).isEqualTo("Bearer");
      assertThat(token.expiresAt()).isBetween(before.plus(lifetime), after.plus(lifetime));
      assertThat(String.join(" ", token.scope()))
          .isEqualTo(answer.expected().getString("scope", ""));
      RecipesClient.assertWarnings(
          log, Stream.concat(server.warns().stream(), answer.warns().stream()).toList());
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refusals")
  void a_refusal_says_what_the_server_said(Server server, ServerAnswer answer) {
    play(answer);

    TokenRefusedException refusal =
        catchThrowableOfType(TokenRefusedException.class, () -> client.ask(server));

    assertThat(refusal.status()).isEqualTo(answer.status());
    assertThat(refusal.error()).isEqualTo(answer.expected().getString("error", null));
    assertMessage(refusal, answer);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("unavailable")
  void an_overload_is_waited_for(Server server, ServerAnswer answer) {
    play(answer);

    TokenUnavailableException overload =
        catchThrowableOfType(TokenUnavailableException.class, () -> client.ask(server));

    int told = answer.expected().getInt("retry-after", -1);
    if (told >= 0) {
      assertThat(overload.retryAfter()).contains(Duration.ofSeconds(told));
    } else {
      assertThat(overload.retryAfter()).isEmpty();
    }
    assertMessage(overload, answer);
  }

  private void play(ServerAnswer answer) {
    fake.answers(answer.status(), answer.body(), answer.headers());
  }

  private static void assertMessage(TokenException failure, ServerAnswer answer) {
    assertThat(failure).hasMessageContaining(String.valueOf(answer.status()));
    assertThat(answer.says()).allSatisfy(words -> assertThat(failure).hasMessageContaining(words));
    assertThat(failure.getMessage()).doesNotContain(RecipesClient.SECRET);
    assertThat(answer.hides())
        .allSatisfy(token -> assertThat(failure.getMessage()).doesNotContain(token));
  }
}
