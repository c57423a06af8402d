package io.mpoauth2.authorizationservers;

import static io.mpoauth2.authorizationservers.UserApplication.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.mpoauth2.authorizationservers.UserApplication.Settings;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which a client proves who it is, beside those with a secret that is sent. */
public abstract class AuthenticationContract extends AuthorizationServerContract {
  /** During a cooldown the settings are read once a second; the first one lasts no longer. */
  private static final Duration COOLDOWN = Duration.ofSeconds(10);

  Path file;

  @BeforeEach
  void name_the_file(@TempDir Path folder) {
    file = folder.resolve("mounted");
  }

  @Test
  @Shows(Feature.CLIENT_SECRET_JWT)
  void an_assertion_that_the_secret_signs_gives_a_token() {
    try (UserApplication application = assertion(KnownClient.SHARING).calling(api)) {
      assertThat(application.read()).isEqualTo(200);
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  @Shows(Feature.CLIENT_SECRET_JWT)
  void an_assertion_that_a_wrong_secret_signs_is_told() {
    TokenRefusedException refusal =
        refusalOf(
            assertion(KnownClient.SHARING)
                .with("client-secret", "wr0ng-5ecret-of-more-than-32-bytes.."));

    assertThat(refusal.status()).isIn(400, 401);
    assertThat(refusal)
        .hasMessageContaining(property("client-secret"))
        .hasMessageContaining(property("assertion-audience"))
        .hasMessageNotContaining("wr0ng");
  }

  @Test
  @Shows(Feature.PRIVATE_KEY_JWT)
  void an_assertion_that_a_key_signs_gives_a_token_and_so_does_the_next_key() throws IOException {
    ClientKeys.writeCurrent(file);
    Settings settings = signing().with("key-id", "current");
    try (UserApplication application = settings.calling(api)) {
      assertThat(application.read()).isEqualTo(200);

      ClientKeys.writeNext(file);
      settings.with("key-id", "next");
      AccessToken first = application.token();
      AccessToken second = application.replaced(first);

      assertThat(second.value()).isNotEqualTo(first.value());
      assertThat(application.read()).isEqualTo(200);
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  @Shows(Feature.PRIVATE_KEY_JWT)
  void an_assertion_that_a_foreign_key_signs_is_told() throws IOException {
    ClientKeys.writeForeign(file);

    assertAssertionIsTold(refusalOf(signing().with("key-id", "current")));
  }

  @Test
  @Shows(Feature.PRIVATE_KEY_JWT)
  void an_assertion_for_another_audience_is_told() throws IOException {
    ClientKeys.writeCurrent(file);

    assertAssertionIsTold(
        refusalOf(
            signing().with("key-id", "current").with("assertion-audience", "https://a.example")));
  }

  @Test
  @Shows(Feature.CLIENT_ASSERTION_FILE)
  void an_assertion_that_others_wrote_gives_a_token_and_so_does_the_next_one() throws IOException {
    writeAssertion(server.issuer());
    try (UserApplication application = finished(KnownClient.SIGNING).calling(api)) {
      assertThat(application.read()).isEqualTo(200);

      writeAssertion(server.issuer());
      AccessToken first = application.token();
      AccessToken second = application.replaced(first);

      assertThat(second.value()).isNotEqualTo(first.value());
      assertThat(application.read()).isEqualTo(200);
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  @Shows(Feature.CLIENT_ASSERTION_FILE)
  void an_assertion_for_somebody_else_is_told() throws IOException {
    writeAssertion("https://a.example");

    assertThat(refusalOf(finished(KnownClient.SIGNING)))
        .hasMessageContaining(property("client-assertion-file"))
        .hasMessageNotContaining("eyJ");
  }

  /** Ours have a new {@code jti} each time; one in a file may have served already. */
  @Test
  @Shows(Feature.REPLAYED_ASSERTION)
  void an_assertion_that_has_served_already_is_told() throws IOException {
    writeAssertion(server.issuer());
    try (UserApplication application = finished(KnownClient.SIGNING).calling(api)) {
      AccessToken first = application.token();

      if (server.answers().replayedAssertion().isEmpty()) {
        assertThat(application.replaced(first).value()).isNotEqualTo(first.value());
        return;
      }
      TokenRefusedException refusal =
          catchThrowableOfType(TokenRefusedException.class, () -> application.replaced(first));
      assertThat(answerIn(refusal)).isEqualTo(server.answers().replayedAssertion().get());
      assertThat(refusal)
          .hasMessageContaining(property("client-assertion-file"))
          .hasMessageNotContaining("eyJ");
    }
  }

  @Test
  @Shows(Feature.TLS_CLIENT_AUTH)
  void a_certificate_gives_a_token() throws IOException {
    Certificates.writeCurrent(file);
    try (UserApplication application = certified(KnownClient.CERTIFIED).calling(api)) {
      assertThat(application.read()).isEqualTo(200);
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  @Shows(Feature.TLS_CLIENT_AUTH)
  void the_certificate_of_somebody_else_is_told_and_the_right_one_in_its_place_gives_a_token()
      throws IOException {
    Certificates.writeForeign(file);
    try (UserApplication application = certified(KnownClient.CERTIFIED).calling(api)) {
      assertCertificateIsTold(refusalIn(catchThrowable(application::read)));

      Certificates.writeCurrent(file);

      await().atMost(COOLDOWN).until(() -> reads(application));
    }
  }

  @Test
  @Shows(Feature.TLS_CLIENT_AUTH)
  void no_certificate_is_told() {
    assertCertificateIsTold(
        refusalOf(
            certified(KnownClient.CERTIFIED)
                .without("key-store-file")
                .without("key-store-password")));
  }

  @Test
  @Shows(Feature.ISSUER)
  void the_issuer_alone_says_where_to_ask() {
    Settings settings = settings(KnownClient.READER).without("token-endpoint");
    try (UserApplication application = settings.with("issuer", server.issuer()).calling(api)) {
      assertThat(application.read()).isEqualTo(200);
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  @Shows(Feature.ISSUER)
  void the_issuer_is_the_audience_of_what_a_key_signs() throws IOException {
    ClientKeys.writeCurrent(file);
    Settings settings =
        signing()
            .without("token-endpoint")
            .without("assertion-audience")
            .with("issuer", server.issuer())
            .with("key-id", "current");
    try (UserApplication application = settings.calling(api)) {
      assertThat(application.read()).isEqualTo(200);
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  @Shows(Feature.ISSUER)
  void an_issuer_with_a_slash_too_many_is_told() {
    Settings settings = settings(KnownClient.READER).without("token-endpoint");
    try (UserApplication application =
        settings.with("issuer", server.issuer() + "/").calling(api)) {
      assertThat(catchThrowableOfType(TokenUnavailableException.class, () -> application.token()))
          .hasMessageContaining(property("issuer"))
          .hasMessageContaining('"' + server.issuer() + '"')
          .hasMessageContaining("the same to the letter");
    }
  }

  @Test
  @Shows(Feature.ISSUER)
  void a_refusal_tells_how_the_server_wants_clients_to_prove_who_they_are() {
    TokenRefusedException refusal =
        refusalOf(
            settings(KnownClient.READER)
                .without("token-endpoint")
                .with("issuer", server.issuer())
                .with("client-secret", "wr0ng"));

    assertThat(refusal)
        .hasMessageContaining("ts metadata name ")
        .hasMessageContaining("private_key_jwt");
  }

  static void assertCertificateIsTold(TokenRefusedException refusal) {
    assertThat(refusal.status()).isIn(400, 401);
    assertThat(refusal).hasMessageContaining(property("key-store-file"));
  }

  /** With a client whose assertion somebody else writes into the file. */
  Settings finished(KnownClient client) {
    return settings(client).with("client-assertion-file", file.toString());
  }

  /** With a client whose certificate and key are in the file. */
  Settings certified(KnownClient client) {
    return settings(client)
        .without("token-endpoint")
        .with(server.tlsEndpoint().getKey(), server.tlsEndpoint().getValue())
        .with("trust-store-file", Certificates.authority().toString())
        .with("key-store-file", file.toString())
        .with("key-store-password", Certificates.PASSWORD);
  }

  private static boolean reads(UserApplication application) {
    try {
      return application.read() == 200;
    } catch (ProcessingException e) {
      assertThat(e).hasRootCauseInstanceOf(TokenException.class);
      return false;
    }
  }

  private static void assertAssertionIsTold(TokenRefusedException refusal) {
    assertThat(refusal.status()).isIn(400, 401);
    assertThat(refusal)
        .hasMessageContaining(property("private-key-file"))
        .hasMessageContaining(property("assertion-audience"))
        .hasMessageNotContaining("eyJ");
  }

  private void writeAssertion(String audience) throws IOException {
    String client = KnownClient.SIGNING.id();
    ClientKeys.writeAssertion(file, client, client, audience);
  }

  private Settings signing() {
    return assertion(KnownClient.SIGNING).with("private-key-file", file.toString());
  }

  private Settings assertion(KnownClient client) {
    return settings(client).with("assertion-audience", server.issuer());
  }
}
