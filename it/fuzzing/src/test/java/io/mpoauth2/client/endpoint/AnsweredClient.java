package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.Proof;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.endpoint.transport.Route;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.json.Json;
import jakarta.json.stream.JsonParserFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A client that gets answers without asking anybody, and knows what must hold for any of them. */
final class AnsweredClient {
  private static final Instant SENT_AT = Instant.parse("2026-11-01T12:00:00Z");

  /** Line ends and what else could make a log say something else. */
  private static final Pattern FORGING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private static final Duration TEN_YEARS = Duration.ofDays(3650);

  /** The RFC calls for another form of it, and Base64 for a third. */
  static final Secret SECRET = new Secret("s3+cr3t");

  private final ClientSettings settings;
  private final ClientLog log = new ClientLog("signicat");
  private final JsonParserFactory json = Json.createParserFactory(Map.of());
  private final Proof proof;

  private AnsweredClient(ClientAuthentication authentication) {
    this.settings =
        new ClientSettings(
            "signicat",
            URI.create("https://login.example/token"),
            null,
            authentication,
            new NamedGrant("client_credentials"),
            Set.of("document_read"),
            Map.of(),
            Map.of(),
            Set.of("bearer"),
            Route.ofTheJvm(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            new LifetimeSettings(
                Duration.ofMinutes(5), TEN_YEARS, Duration.ofSeconds(30), Duration.ofMinutes(5)),
            List.of());
    this.proof = authentication.proof(SENT_AT);
  }

  static AnsweredClient withBasic() {
    return new AnsweredClient(new ClientSecretBasic("clientId", SECRET, true));
  }

  static AnsweredClient withPost() {
    return new AnsweredClient(new ClientSecretPost("clientId", SECRET));
  }

  /** Gives what an answer was, as {@link TokenEndpoint} does; anything else would be thrown. */
  IssuedToken read(HttpAnswer answer) {
    return new TokenAnswerReader(settings, proof, json, log, SENT_AT)
        .read(answer, AnswerJson.parse(json, answer.body()));
  }

  /** Says that an answer is a token that can be used, or a failure that can be told. */
  void copesWith(HttpAnswer answer) {
    try {
      assertUsable(read(answer));
    } catch (TokenException e) {
      assertTellable(e);
    }
  }

  private static void assertUsable(IssuedToken issued) {
    assertThat(issued.token().value()).matches("[!-~]+");
    assertThat(issued.token().type()).isEqualTo("Bearer");
    assertThat(issued.lifetime()).isBetween(Duration.ofSeconds(1), TEN_YEARS);
    assertThat(issued.token().expiresAt()).isEqualTo(SENT_AT.plus(issued.lifetime()));
  }

  void assertTellable(TokenException failure) {
    // Whatever is a cause or suppressed is printed too.
    assertThat(failure).hasNoCause().hasNoSuppressedExceptions();
    assertFitToBeShown(2_000, failure.toString());
    if (failure instanceof TokenRefusedException refused) {
      assertFitToBeShown(300, refused.error());
      assertFitToBeShown(1_100, refused.errorDescription());
      assertFitToBeShown(300, refused.errorUri());
    }
    failure.retryAfter().ifPresent(pause -> assertThat(pause).isBetween(Duration.ZERO, TEN_YEARS));
  }

  private void assertFitToBeShown(int length, String text) {
    if (text != null) {
      assertTellable(length, text);
      for (String secret : proof.secrets()) {
        assertThat(text.contains(secret)).isFalse();
      }
    }
  }

  /** Says that a text fits into a line of a log, and is one. */
  static void assertTellable(int length, String text) {
    assertThat(text.length()).isLessThan(length);
    assertThat(FORGING.matcher(text).find()).isFalse();
  }

  /** The forms that an answer could repeat. */
  List<String> secrets() {
    return List.copyOf(proof.secrets());
  }
}
