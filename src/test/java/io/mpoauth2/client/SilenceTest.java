package io.mpoauth2.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.FakeAuthorizationServer;
import io.mpoauth2.client.testing.RegisteredConfig;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Neither secret nor token is in anything that is printed at the finest level, but for what HTTP
 * engines themselves print of the bytes they send.
 */
public class SilenceTest {
  private static final String SECRET = "s3cret%+:~secret";
  private static final String BASIC =
      Base64.getEncoder().encodeToString(("id:" + "s3cret%25%2B%3A%7Esecret").getBytes(UTF_8));

  private final FakeApi api = new FakeApi();
  private final FakeAuthorizationServer server = new FakeAuthorizationServer();
  private final RegisteredConfig config =
      new RegisteredConfig()
          .set("oauth2.client.signicat.token-endpoint", server.tokenEndpoint().toString())
          .set("oauth2.client.signicat.client-id", "id")
          .set("oauth2.client.signicat.client-secret", SECRET)
          .set("oauth2.client.signicat.scope", "document_read");
  private final List<Object> seen = new ArrayList<>();

  @OAuth2Client("signicat")
  public interface DocumentsApi {
    @GET
    @Path("/documents")
    String list();
  }

  @AfterEach
  void close() {
    config.close();
    server.close();
    api.close();
  }

  @Test
  void neither_secret_nor_token_is_printed_by_successes_and_failures() {
    List<String> printed = new ArrayList<>();
    try (CapturedLog log = CapturedLog.start();
        TokenProviders providers = TokenProviders.from(config.config())) {
      seen.add(providers);
      use(providers.get("signicat"));
      call();
      call(Answer.unauthorized("Bearer"), Answer.of(200, "fine"));
      call(Answer.unauthorized("Bearer"), Answer.unauthorized("Bearer"));
      call(Answer.unauthorized("Basic"));
      call(Answer.of(403, "no"));
      call(Answer.reset(), Answer.reset(), Answer.reset(), Answer.reset());
      for (Answer failure : failures()) {
        server.answers(failure);
        call();
      }
      config.set("oauth2.client.signicat.client-secret-file", "/no/such/file");
      call();
      printed.addAll(log.withoutHttpEngines());
    }
    seen.forEach(thing -> printed.add(text(thing)));

    assertThat(printed).hasSizeGreaterThan(20);
    assertThat(String.join("\n", printed))
        .contains("OAuth2 client 'signicat'")
        .doesNotContain(SECRET, "s3cret", BASIC)
        .doesNotContainPattern("token-\\d");
  }

  private static List<Answer> failures() {
    Map<String, List<String>> json = Map.of("Content-Type", List.of("application/json"));
    return List.of(
        new Answer(400, json, "{\"error\":\"invalid_scope\",\"error_description\":\"no\"}"),
        new Answer(
            401,
            json,
            "{\"error\":\"invalid_client\",\"error_description\":\"not %s but %s\"}"
                .formatted(SECRET, BASIC)),
        new Answer(503, json, "busy " + SECRET),
        new Answer(200, json, "{\"access_token\":\"token-4"),
        new Answer(200, json, "{\"access_token\":\"token-4\",\"token_type\":\"mac\"}"),
        new Answer(200, json, "{\"access_token\":\"token-4 \",\"token_type\":\"Bearer\"}"),
        new Answer(302, Map.of("Location", List.of("https://else.example/?t=" + SECRET)), ""),
        Answer.reset());
  }

  private void use(TokenProvider tokens) {
    seen.add(tokens);
    seen.add(tokens.token());
    seen.add(tokens.replace(tokens.token()));
  }

  /** A new client each time, so that each has a token provider of its own. */
  private void call(Answer... answers) {
    api.answers(answers);
    try {
      DocumentsApi documents =
          RestClientBuilder.newBuilder().baseUri(api.uri()).build(DocumentsApi.class);
      seen.add(documents);
      seen.add(documents.list());
    } catch (RuntimeException e) {
      seen.add(e);
    }
  }

  private static String text(Object thing) {
    if (!(thing instanceof Throwable failure)) {
      return thing.toString();
    }
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
