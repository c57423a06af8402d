package io.mpoauth2.authorizationservers;

import static io.mpoauth2.authorizationservers.UserApplication.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.mpoauth2.authorizationservers.Answers.Refusal;
import io.mpoauth2.authorizationservers.CallLog.Call;
import io.mpoauth2.authorizationservers.UserApplication.Settings;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a user of the library sees, whatever authorization server it has to do with. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
public abstract class AuthorizationServerContract {
  /** Twice the margin in which a caller would have to wait for the new token. */
  private static final Duration EARLY = KnownClient.HASTY.lifetime().dividedBy(5);

  @RegisterExtension final Results results = new Results();

  private final Path file = Path.of(System.getProperty("results"));
  AuthorizationServer server;
  ResourceServer api;
  LibraryLog log;
  private TokenHolder holder;

  /** Starts the authorization server with its clients. */
  protected abstract AuthorizationServer start();

  @BeforeAll
  void start_servers() throws IOException {
    Files.deleteIfExists(file);
    server = start();
    api = ResourceServer.askingAt(server.introspectionEndpoint());
    holder = new TokenHolder(server, api);
  }

  @AfterAll
  void stop_servers() throws IOException {
    try (AuthorizationServer started = server;
        ResourceServer called = api) {
      if (started != null) {
        results.write(file, started.name(), started.lacks());
      }
    }
  }

  @BeforeEach
  void listen() {
    api.forgetCalls();
    log = new LibraryLog();
  }

  @AfterEach
  void stop_listening() {
    log.close();
  }

  @Test
  @Shows(Feature.TOKEN)
  void a_call_has_a_token() {
    try (UserApplication application = settings(KnownClient.READER).calling(api)) {
      Instant before = Instant.now();

      int status = application.read();

      AccessToken token = application.token();
      assertThat(status).isEqualTo(200);
      assertThat(api.calls())
          .extracting(Call::authorization)
          .containsExactly("Bearer " + token.value());
      assertThat(token.scope()).containsExactly("documents.read");
      assertThat(Duration.between(before, token.expiresAt()))
          .isCloseTo(KnownClient.READER.lifetime(), Duration.ofSeconds(5));
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  @Shows(Feature.REUSE)
  void many_calls_have_the_same_token() {
    try (UserApplication application = settings(KnownClient.READER).calling(api)) {
      IntStream.range(0, 20).forEach(call -> application.read());

      assertThat(api.calls()).extracting(Call::status).hasSize(20).containsOnly(200);
      assertThat(api.calls())
          .extracting(Call::authorization)
          .containsOnly("Bearer " + application.token().value());
    }
  }

  @Test
  @Shows(Feature.RENEWAL)
  void a_token_is_renewed_before_it_ends_while_calls_go_on() {
    Map<AccessToken, Instant> firstUses = new LinkedHashMap<>();
    try (UserApplication application = settings(KnownClient.HASTY).calling(api)) {
      await()
          .atMost(KnownClient.HASTY.lifetime().multipliedBy(6))
          .pollInterval(Duration.ofMillis(100))
          .until(
              () -> {
                application.read();
                firstUses.putIfAbsent(application.token(), Instant.now());
                return firstUses.size() == 4;
              });
    }

    assertThat(api.calls()).extracting(Call::status).containsOnly(200);
    assertThat(api.calls().stream().map(Call::authorization).distinct()).hasSizeBetween(3, 4);
    assertThat(log.warnings()).isEmpty();
    AccessToken before = null;
    for (AccessToken token : firstUses.keySet()) {
      if (before != null) {
        assertThat(firstUses.get(token)).isBefore(before.expiresAt().minus(EARLY));
      }
      before = token;
    }
  }

  @Test
  @Shows(Feature.SCOPE)
  void scope_is_granted_in_any_order() {
    Settings settings =
        settings(KnownClient.WRITER).with("scope", "documents.write documents.read");
    try (UserApplication application = settings.calling(api)) {
      assertThat(application.read()).isEqualTo(200);
      assertThat(application.write()).isEqualTo(200);
      assertThat(application.token().scope())
          .containsExactlyInAnyOrder("documents.read", "documents.write");
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  @Shows(Feature.CLIENT_SECRET_POST)
  void credentials_may_stand_in_the_form() {
    try (UserApplication application = settings(KnownClient.POSTING).calling(api)) {
      assertThat(application.read()).isEqualTo(200);
    }
  }

  @Test
  @Shows(Feature.SPECIAL_CHARACTERS)
  void credentials_with_special_characters_are_understood() {
    try (UserApplication application = settings(KnownClient.AWKWARD).calling(api)) {
      assertThat(application.read()).isEqualTo(200);
    }
  }

  @Test
  @Shows(Feature.SPECIAL_CHARACTERS)
  void credentials_that_were_not_encoded_are_told() {
    TokenRefusedException refusal =
        refusalOf(settings(KnownClient.AWKWARD).with("basic-encoding", "raw"));

    assertThat(answerIn(refusal)).isEqualTo(server.answers().unencodedSecret());
    assertThat(refusal)
        .hasMessageContaining(property("client-secret"))
        .hasMessageContaining(property("basic-encoding") + "=form")
        .hasMessageNotContaining(KnownClient.AWKWARD.secret());
  }

  @Test
  @Shows(Feature.WRONG_SECRET)
  void a_wrong_secret_is_told() {
    TokenRefusedException refusal =
        refusalOf(settings(KnownClient.READER).with("client-secret", "wr0ng"));

    assertThat(answerIn(refusal)).isEqualTo(server.answers().wrongSecret());
    assertThat(refusal)
        .hasMessageContaining(property("client-secret"))
        .hasMessageNotContaining("wr0ng");
  }

  @Test
  @Shows(Feature.UNKNOWN_CLIENT)
  void a_client_that_nobody_knows_is_told() {
    TokenRefusedException refusal =
        refusalOf(settings(KnownClient.READER).with("client-id", "nobody"));

    assertThat(answerIn(refusal)).isEqualTo(server.answers().unknownClient());
    assertThat(refusal).hasMessageContaining(property("client-id"));
  }

  @Test
  @Shows(Feature.GRANT_NOT_ALLOWED)
  void a_client_that_may_not_have_the_grant_is_told() {
    TokenRefusedException refusal = refusalOf(settings(KnownClient.BROWSER));

    assertThat(answerIn(refusal)).isEqualTo(server.answers().foreignGrant());
    assertThat(refusal).hasMessageContaining("client-credentials grant");
  }

  @Test
  @Shows(Feature.UNKNOWN_SCOPE)
  void scope_that_does_not_exist_is_told() {
    assertIsTold("documents.erase", server.answers().unknownScope());
  }

  @Test
  @Shows(Feature.UNKNOWN_SCOPE)
  void scope_of_which_nothing_exists_is_told() {
    Settings settings = settings(KnownClient.READER).with("scope", "documents.erase");
    if (server.answers().unknownScope().isPresent()) {
      assertThat(refusalOf(settings)).hasMessageContaining(property("scope"));
      return;
    }
    try (UserApplication application = settings.calling(api)) {
      assertThat(application.read()).isEqualTo(403);
      assertThat(log.warnings()).singleElement().asString().contains(property("scope"));
    }
  }

  @Test
  @Shows(Feature.NARROWER_SCOPE)
  void scope_that_the_client_may_not_have_is_told() {
    assertIsTold("documents.write", server.answers().foreignScope());
  }

  @Test
  @Shows(Feature.EXPIRED_TOKEN)
  void a_token_that_ended_is_replaced_and_the_call_sent_once_more() throws IOException {
    try (LifetimeHidden endpoint = LifetimeHidden.at(server.tokenEndpoint());
        UserApplication application =
            UserApplication.of(KnownClient.HASTY, endpoint.tokenEndpoint()).calling(api)) {
      AccessToken first = application.token();
      holder.awaitEnd(first, KnownClient.HASTY.lifetime().multipliedBy(3));

      assertIsReplaced(first, application);
    }
  }

  @Test
  @Shows(Feature.REVOKED_TOKEN)
  void a_token_that_was_revoked_is_replaced_and_the_call_sent_once_more() {
    try (UserApplication application = settings(KnownClient.READER).calling(api)) {
      AccessToken first = application.token();
      holder.revoke(first, KnownClient.READER);

      assertIsReplaced(first, application);
    }
  }

  @Test
  @Shows(Feature.INSUFFICIENT_SCOPE)
  void a_403_comes_through_and_the_log_tells_the_scope() {
    try (UserApplication application = settings(KnownClient.READER).calling(api)) {
      int status = application.write();

      assertThat(status).isEqualTo(403);
      assertThat(api.calls()).singleElement().satisfies(AuthorizationServerContract::wantsScope);
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("answered 403")
          .contains("scope of the token: documents.read")
          .contains(property("scope"));
    }
  }

  private static void wantsScope(Call call) {
    assertThat(call.status()).isEqualTo(403);
    assertThat(call.challenge()).contains("insufficient_scope");
  }

  private void assertIsTold(String more, Optional<Refusal> expected) {
    String asked = "documents.read " + more;
    Settings settings = settings(KnownClient.READER).with("scope", asked);
    if (expected.isPresent()) {
      TokenRefusedException refusal = refusalOf(settings);

      assertThat(answerIn(refusal)).isEqualTo(expected.get());
      assertThat(refusal).hasMessageContaining(asked).hasMessageContaining(property("scope"));
      return;
    }
    try (UserApplication application = settings.calling(api)) {
      assertThat(application.read()).isEqualTo(200);
      assertThat(application.token().scope()).containsExactly("documents.read");
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("missing: " + more)
          .contains(property("scope"));
    }
  }

  private void assertIsReplaced(AccessToken first, UserApplication application) {
    api.forgetCalls();

    int status = application.read();

    AccessToken second = application.token();
    assertThat(status).isEqualTo(200);
    assertThat(second.value()).isNotEqualTo(first.value());
    assertThat(api.calls()).extracting(Call::status).containsExactly(401, 200);
    assertThat(api.calls().get(0).challenge()).contains("invalid_token");
    assertThat(api.calls())
        .extracting(Call::authorization)
        .containsExactly("Bearer " + first.value(), "Bearer " + second.value());
  }

  /** Gives what the user reads who has these settings; the call must not have been made. */
  TokenRefusedException refusalOf(Settings settings) {
    try (UserApplication application = settings.calling(api)) {
      Throwable thrown = catchThrowable(application::read);

      assertThat(api.calls()).isEmpty();
      return refusalIn(thrown);
    }
  }

  static TokenRefusedException refusalIn(Throwable thrown) {
    assertThat(thrown).isNotNull();
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .filter(TokenRefusedException.class::isInstance)
        .map(TokenRefusedException.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no refusal in it", thrown));
  }

  static Refusal answerIn(TokenRefusedException refusal) {
    return new Refusal(refusal.status(), refusal.error());
  }

  Settings settings(KnownClient client) {
    return UserApplication.of(client, server.tokenEndpoint());
  }
}
