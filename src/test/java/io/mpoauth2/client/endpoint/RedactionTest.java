package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret and no token in anything that is printed, whatever the server says. */
class RedactionTest {
  private static final String SECRET = "s3+cr3t";
  private static final String FORM_ENCODED = "s3%2Bcr3t";
  private static final String BASE64 =
      Base64.getEncoder().encodeToString(("clientId:" + FORM_ENCODED).getBytes(UTF_8));

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final CapturedLog log = CapturedLog.start();
  private final SampleSettings settings =
      SampleSettings.at(server.uri())
          .authentication(SampleSettings.basic("clientId", SECRET))
          .parameters(Map.of("api_key", List.of("k3y")));

  @AfterEach
  void close() {
    log.close();
    server.close();
  }

  @Test
  void a_token_that_is_issued_shows_nowhere() throws Exception {
    server.answersToken("t0k3n", 0);

    IssuedToken issued = new AskingClient(settings).asks();

    assertThat(log.warnings()).isNotEmpty();
    assertClean(issued.token().toString());
    assertClean(log.everything());
  }

  @Test
  void settings_and_requests_show_no_secret() {
    ClientSettings built = settings.scope("document_read").build();

    assertThat(built).asString().contains("signicat", server.host(), "document_read");
    assertClean(built.toString());
    assertClean(built.authentication().toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401})
  void a_refusal_that_echoes_the_secret_does_not_show_it(int status) {
    server.answers(status, echo("invalid_client"));

    TokenException refused = failure();

    assertThat(refused).hasMessageContaining("no (hidden), no (hidden), no (hidden).");
    assertClean(printed(refused));
    assertClean(log.everything());
  }

  @ParameterizedTest
  @ValueSource(strings = {SECRET, FORM_ENCODED})
  void an_error_code_and_a_page_that_are_the_secret_do_not_show_it(String form) {
    server.answers(
        400, "{\"error\": \"%s\", \"error_uri\": \"https://a.example/%s\"}".formatted(form, form));

    assertClean(printed(failure()));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 405, 500, 503})
  void a_page_that_echoes_the_request_does_not_show_the_secret(int status) {
    server.answers(
        status, "<p>Sorry: %s and %s and %s.</p>".formatted(SECRET, FORM_ENCODED, BASE64));

    TokenException unavailable = failure();

    assertThat(unavailable).hasMessageContaining("Sorry: (hidden) and (hidden) and (hidden).");
    assertClean(printed(unavailable));
  }

  @Test
  void a_redirect_that_echoes_the_secret_does_not_show_it() {
    server.redirectsTo(302, "https://login.example/" + FORM_ENCODED + "?again=" + BASE64);

    assertClean(printed(failure()));
  }

  /** What is cut off for another reason must not leave a part of the secret. */
  @ParameterizedTest
  @ValueSource(strings = {"Sup3r?tR3st", "Sup3r#tR3st", "Sup3r@tR3st"})
  void a_redirect_that_echoes_a_secret_with_marks_of_a_uri_shows_no_part_of_it(String secret) {
    server.redirectsTo(302, "https://login.example/" + secret);

    TokenException failure =
        catchThrowableOfType(
            TokenException.class,
            () ->
                new AskingClient(settings.authentication(SampleSettings.basic("clientId", secret)))
                    .asks());

    assertThat(printed(failure)).doesNotContain("Sup3r", "tR3st");
  }

  @Test
  void a_secret_in_the_form_is_hidden_as_well() {
    server.answers(400, echo("invalid_client"));
    ClientAuthentication post = new ClientSecretPost("clientId", new Secret(SECRET));

    TokenException refused =
        catchThrowableOfType(
            TokenException.class, () -> new AskingClient(settings.authentication(post)).asks());

    assertThat(printed(refused)).doesNotContain(SECRET, FORM_ENCODED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\": \"t0k3n",
        "{\"access_token\": \"t0k3n\"",
        "{\"access_token\": \"t0k3n\", \"access_token\": \"t0k3n\"}",
        "\uFEFF{\"access_token\": \"t0k3n\"}",
        "{\"access_token\": \"t0k3n \", \"token_type\": \"Bearer\"}",
        "{\"access_token\": \"t0k3n\", \"token_type\": \"mac\"}",
        "{\"access_token\": {\"value\": \"t0k3n\"}}",
        "access_token=t0k3n&token_type=Bearer"
      })
  void a_token_in_an_answer_that_is_nonsense_shows_nowhere(String body) {
    for (int status : new int[] {200, 404, 500}) {
      server.answers(status, body);

      assertClean(printed(failure()));
    }
    assertClean(log.everything());
  }

  private TokenException failure() {
    return catchThrowableOfType(TokenException.class, () -> new AskingClient(settings).asks());
  }

  private static String echo(String error) {
    return "{\"error\": \"%s\", \"error_description\": \"no %s, no %s, no %s.\"}"
        .formatted(error, SECRET, FORM_ENCODED, BASE64);
  }

  private static String printed(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private static void assertClean(String text) {
    assertThat(text).doesNotContain(SECRET, FORM_ENCODED, BASE64, "k3y", "t0k3n");
  }
}
