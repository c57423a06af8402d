package io.mpoauth2.it.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.it.core.RemoteSandbox.Count;
import io.mpoauth2.it.core.api.Author;
import io.mpoauth2.it.core.api.Carrier;
import io.mpoauth2.it.core.api.Creator;
import io.mpoauth2.it.core.api.Deleter;
import io.mpoauth2.it.core.api.DocumentCalls;
import io.mpoauth2.it.core.api.FormPoster;
import io.mpoauth2.it.core.api.LateReader;
import io.mpoauth2.it.core.api.Mistaken;
import io.mpoauth2.it.core.api.Nobody;
import io.mpoauth2.it.core.api.Outliving;
import io.mpoauth2.it.core.api.Partner;
import io.mpoauth2.it.core.api.PartsPoster;
import io.mpoauth2.it.core.api.Pooled;
import io.mpoauth2.it.core.api.Reader;
import io.mpoauth2.it.core.api.Receiver;
import io.mpoauth2.it.core.api.Refused;
import io.mpoauth2.it.core.api.Silent;
import io.mpoauth2.it.core.api.Streamer;
import io.mpoauth2.it.core.api.Systems;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** What holds for every client that has our filter, whoever registered it. */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ClientFeatures {
  static final String DOCUMENT = "contract-1";

  /** Large enough that no runtime keeps it in a buffer of its own. */
  private static final byte[] CONTENT = "x".repeat(300_000).getBytes(StandardCharsets.UTF_8);

  Config config;
  RemoteSandbox sandbox;
  Limits limits;
  private TestReporter reporter;

  /** Gives a client as this kind of them is made. */
  abstract DocumentCalls client(Class<? extends DocumentCalls> api);

  /** Gives the tokens that {@link Silent} has. */
  abstract TokenProvider tokensOfSilent();

  /** Not in fields' initializers: in Java SE the runtime is started after this was made. */
  @BeforeAll
  void lookAround() {
    config = ConfigProvider.getConfig();
    sandbox = new RemoteSandbox(URI.create(config.getValue("sandbox.url", String.class)));
    limits = new Limits(config);
  }

  @BeforeEach
  void remember(TestReporter testReporter) {
    reporter = testReporter;
  }

  @Test
  @Shows(Feature.RETRY)
  void get_is_sent_once_more_after_a_401() {
    DocumentCalls client = client(Reader.class);

    assertSentOnceMore(() -> client.get(DOCUMENT));
  }

  @Test
  @Shows(Feature.RETRY)
  void post_of_json_is_sent_once_more_after_a_401() {
    DocumentCalls client = client(Creator.class);

    assertSentOnceMore(() -> field(client.create("{\"title\":\"Größe\"}"), "title"));
  }

  @Test
  @Shows(Feature.RETRY)
  void post_of_a_form_is_sent_once_more_after_a_401() {
    DocumentCalls client = client(FormPoster.class);

    assertSentOnceMore(() -> client.attachForm(DOCUMENT, "Größe & Maß", "a=b"));
  }

  @Test
  @Shows(Feature.RETRY_OF_A_STREAM)
  void stream_that_can_be_read_once_is_sent_once_more_after_a_401() {
    DocumentCalls client = client(Streamer.class);

    assertSentOnceMore(() -> client.attach(DOCUMENT, new ByteArrayInputStream(CONTENT)));
  }

  @Test
  @Shows(Feature.RETRY_OF_MULTIPART)
  void multipart_is_sent_once_more_after_a_401() {
    Optional<String> limit = limits.reason("multipart");
    if (limit.isPresent()) {
      assertThat(catchThrowable(ClientFeatures::parts)).isNotNull();
      cannot(limit.get());
      return;
    }
    DocumentCalls client = client(PartsPoster.class);

    assertSentOnceMore(
        limits.reason("parts-as-list").isPresent()
            ? () -> client.attachTypedParts(DOCUMENT, new GenericEntity<>(parts()) {})
            : () -> client.attachParts(DOCUMENT, parts()));
  }

  @Test
  @Shows(Feature.RETRY)
  void call_without_content_in_its_answer_is_sent_once_more_after_a_401() {
    DocumentCalls author = client(Author.class);
    Iterator<String> documents =
        List.of(
                field(author.create("{\"title\":\"first\"}"), "id"),
                field(author.create("{\"title\":\"second\"}"), "id"),
                field(author.create("{\"title\":\"third\"}"), "id"))
            .iterator();
    DocumentCalls client = client(Deleter.class);

    assertSentOnceMore(
        () -> {
          client.delete(documents.next());
          return "no content";
        });
  }

  @Test
  @Shows(Feature.RETRY)
  void call_that_returns_a_response_is_sent_once_more_after_a_401() {
    DocumentCalls client = client(Receiver.class);

    assertSentOnceMore(
        () -> {
          try (Response response = client.receive(DOCUMENT)) {
            if (response.getStatus() == 401) {
              // What a MicroProfile client does by itself.
              throw new WebApplicationException(response);
            }
            assertThat(response.getMediaType()).hasToString(MediaType.APPLICATION_JSON);
            return response.getStatus() + response.readEntity(String.class);
          }
        });
  }

  @Test
  @Shows(Feature.ASYNCHRONOUS_RETRY)
  void asynchronous_call_is_sent_once_more_after_a_401() {
    DocumentCalls client = client(LateReader.class);

    assertSentOnceMore(() -> inTime(client.getLater(DOCUMENT).toCompletableFuture()));
  }

  /**
   * Its class loader is the system's. From JDK 25 on a {@code CompletableFuture} runs there on
   * machines with two processors as well.
   */
  @Test
  @Shows(Feature.ANY_THREAD)
  void call_on_a_thread_of_the_common_pool_is_sent_once_more_after_a_401() {
    DocumentCalls client = client(Pooled.class);

    assertSentOnceMore(
        () ->
            inTime(
                CompletableFuture.supplyAsync(
                    () -> client.get(DOCUMENT), ForkJoinPool.commonPool())));
  }

  @Test
  @Shows(Feature.ANY_THREAD)
  void call_on_a_thread_of_the_system_is_sent_once_more_after_a_401() {
    DocumentCalls client = client(Systems.class);

    assertSentOnceMore(() -> onThreadOfTheSystem(() -> client.get(DOCUMENT)));
  }

  @Test
  @Shows(Feature.RETRY)
  void second_401_is_returned_as_is() {
    DocumentCalls client = client(Refused.class);
    assertThat(client.get(DOCUMENT)).contains(DOCUMENT);
    Count before = sandbox.count();
    sandbox.refuseAllTokens(true);
    try {
      assertStatus(401, () -> client.get(DOCUMENT));
    } finally {
      sandbox.refuseAllTokens(false);
    }

    Optional<String> limit = limits.reason("resend");
    if (limit.isPresent()) {
      assertThat(sandbox.count().since(before).apiRequests()).isEqualTo(1);
      cannot(limit.get());
    } else {
      assertThat(sandbox.count().since(before)).isEqualTo(new Count(1, 2, 2));
    }
  }

  @Test
  @Shows(Feature.CLEAR_ERRORS)
  void wrong_secret_says_what_to_change() {
    DocumentCalls client = client(Mistaken.class);
    Count before = sandbox.count();

    TokenRefusedException refusal = cause(TokenRefusedException.class, () -> client.get(DOCUMENT));

    assertThat(refusal.error()).isEqualTo("invalid_client");
    assertThat(refusal).hasMessageContaining("oauth2.client.mistaken.client-secret");
    assertThat(sandbox.count().since(before)).isEqualTo(new Count(1, 0, 0));
  }

  @Test
  @Shows(Feature.TOKEN)
  void copy_of_a_template_under_another_name_gives_a_client() {
    assertThat(client(Partner.class).get(DOCUMENT)).contains(DOCUMENT);
  }

  /** The name alone must make no endpoint: the secret would go to a host that somebody else has. */
  @Test
  @Shows(Feature.CLEAR_ERRORS)
  void token_endpoint_forgotten_in_a_copy_is_named_and_nothing_is_sent() {
    Count before = sandbox.count();

    InvalidSettingsException invalid =
        cause(InvalidSettingsException.class, () -> client(Carrier.class).get(DOCUMENT));

    assertThat(invalid.getMessage())
        .containsPattern(
            "oauth2\\.client\\.carrier\\.token-endpoint is (set but has no value|missing)");
    assertThat(sandbox.count().since(before)).isEqualTo(new Count(0, 0, 0));
  }

  /** WildFly's script then refuses to be applied, so that none of them is even set. */
  @Test
  @Shows(Feature.CLEAR_ERRORS)
  void everything_forgotten_in_a_copy_is_named() {
    InvalidSettingsException invalid =
        cause(InvalidSettingsException.class, () -> client(Nobody.class).get(DOCUMENT));

    assertThat(invalid)
        .hasMessageContaining("oauth2.client.nobody.client-id ")
        .hasMessageContaining("oauth2.client.nobody.client-secret")
        .hasMessageContaining("oauth2.client.nobody.token-endpoint ");
  }

  /** From a half of its life on, a token is to be renewed: that fails, and no caller notices. */
  @Test
  @Shows(Feature.OUTAGE_UNNOTICED)
  void token_endpoint_that_is_down_while_a_token_lives_goes_unnoticed() {
    DocumentCalls client = client(Outliving.class);
    sandbox.expiresIn(Duration.ofSeconds(8));
    try (LogLines log = LogLines.open()) {
      assertThat(client.get(DOCUMENT)).contains(DOCUMENT);
      sandbox.failTokenRequests(503);
      Count before = sandbox.count();

      Awaitility.await("a renewal that fails")
          .atMost(Duration.ofSeconds(6))
          .pollInSameThread()
          .pollInterval(Duration.ofMillis(50))
          .until(() -> client.get(DOCUMENT).contains(DOCUMENT) && !log.warnings().isEmpty());

      assertThat(client.get(DOCUMENT)).contains(DOCUMENT);
      assertThat(sandbox.count().since(before).unauthorized()).isZero();
      assertThat(log.warnings()).singleElement().asString().contains("503");
    } finally {
      sandbox.healTokenEndpoint();
      sandbox.expiresIn(Duration.ofHours(1));
    }
  }

  @Test
  @Shows(Feature.NOTHING_SECRET_LOGGED)
  void neither_secret_nor_token_is_logged() throws IOException {
    DocumentCalls client = client(Silent.class);
    List<String> secrets = new ArrayList<>(secrets());
    try (LogLines log = LogLines.open()) {
      client.get(DOCUMENT);
      secrets.add(tokensOfSilent().token().value());
      sandbox.revokeTokens();
      catchThrowable(() -> client.get(DOCUMENT));
      secrets.add(tokensOfSilent().token().value());
      sandbox.refuseAllTokens(true);
      catchThrowable(() -> client.get(DOCUMENT));
      catchThrowable(() -> client.create("{}"));
      AccessToken last = tokensOfSilent().token();
      secrets.add(last.value());

      assertThat(log.warnings()).as("that something is heard at all").isNotEmpty();
      assertThat(log.everything() + last + output()).doesNotContain(secrets);
    } finally {
      sandbox.refuseAllTokens(false);
    }
  }

  /** The secret, and the shapes that it has on its way to the token endpoint. */
  private List<String> secrets() {
    String secret = config.getValue("oauth2.client.default.client-secret", String.class);
    String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    String id = config.getValue("oauth2.client.default.client-id", String.class);
    byte[] basic = (id + ':' + form).getBytes(StandardCharsets.UTF_8);
    return List.of(secret, form, Base64.getEncoder().encodeToString(basic));
  }

  /** What the runtime has printed so far, where it is a process of its own. */
  private String output() throws IOException {
    Optional<String> file = config.getOptionalValue("runtime.output", String.class);
    return file.isPresent() ? Files.readString(Path.of(file.get())) : "";
  }

  /** The caller sees what it saw before the token was revoked. */
  void assertSentOnceMore(Supplier<String> call) {
    Optional<String> limit = limits.reason("resend");
    if (limit.isPresent()) {
      assertDeclined(call);
      cannot(limit.get());
      return;
    }
    String answer = call.get();
    sandbox.revokeTokens();
    Count before = sandbox.count();

    assertThat(call.get()).isEqualTo(answer);

    assertThat(sandbox.count().since(before)).isEqualTo(new Count(1, 2, 1));
  }

  /** The 401 as it is, one line that says so, and a new token for the next call. */
  private void assertDeclined(Supplier<String> call) {
    String answer = call.get();
    sandbox.revokeTokens();
    Count before = sandbox.count();
    try (LogLines log = LogLines.open()) {
      assertStatus(401, call);

      assertThat(sandbox.count().since(before).apiRequests()).isEqualTo(1);
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("a 401 of the API goes to the caller as it is");
      assertThat(call.get()).isEqualTo(answer);
      // Not before: the 401 waits no longer than half a second for the token that replaces the old
      // one.
      assertThat(sandbox.count().since(before)).isEqualTo(new Count(1, 2, 1));
    }
  }

  final void cannot(String reason) {
    reporter.publishEntry(Results.CANNOT, reason);
  }

  /** Runtimes throw different subclasses, asynchronous calls wrap them; the status is the same. */
  static void assertStatus(int status, Supplier<String> call) {
    WebApplicationException thrown = cause(WebApplicationException.class, call);
    assertThat(thrown.getResponse().getStatus()).isEqualTo(status);
  }

  static <T extends Throwable> T cause(Class<T> type, Supplier<String> call) {
    RuntimeException thrown = catchThrowableOfType(RuntimeException.class, call::get);
    assertThat(thrown).as("thrown").isNotNull();
    Throwable cause = thrown;
    while (cause != null && !type.isInstance(cause)) {
      cause = cause.getCause();
    }
    assertThat(cause).as("%s in the cause chain of %s", type.getName(), thrown).isNotNull();
    return type.cast(cause);
  }

  static String onThreadOfTheSystem(Supplier<String> call) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                answer.complete(call.get());
              } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
              }
            });
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    thread.start();
    return inTime(answer);
  }

  static String inTime(CompletableFuture<String> answer) {
    return answer.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static List<EntityPart> parts() {
    try {
      return List.of(
          EntityPart.withName("title")
              .content("Größe")
              .mediaType("text/plain;charset=UTF-8")
              .build(),
          EntityPart.withName("file")
              .fileName("contract.bin")
              .content(new ByteArrayInputStream(CONTENT))
              .mediaType(MediaType.APPLICATION_OCTET_STREAM_TYPE)
              .build());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String field(String json, String name) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject().getString(name);
    }
  }
}
