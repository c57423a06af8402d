package io.mpoauth2.it.quarkusrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import io.mpoauth2.it.quarkusrest.SandboxResource.Steered;
import io.mpoauth2.sandbox.Counters;
import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.TokenFault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls that are made on event loops, which must not wait. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
@Timeout(60)
class EventLoopTest {
  private static final String DOCUMENT = "contract-1";
  private static final int CALLS = 200;

  /** The default. */
  private static final int REPLAY_BUFFER = 1 << 20;

  @Steered Sandbox sandbox;
  @Inject Vertx vertx;
  @Inject @RestClient ReadWithEvents revoked;
  @Inject @RestClient PartsAttacher parts;
  @Inject @RestClient StreamAttacher stream;
  @Inject @RestClient LargeAttacher large;
  @Inject @RestClient EventLoopStreamAttacher looped;
  @Inject @RestClient StreamPartAttacher streamPart;
  @Inject @RestClient ReadFirst first;
  @Inject @RestClient ReadWithFiles lacking;
  @Inject @RestClient Mistaken mistaken;

  @TestHTTPResource("/documents/" + DOCUMENT)
  URI resource;

  @AfterEach
  void heal() {
    sandbox.delayTokens(Duration.ZERO);
    sandbox.healTokenEndpoint();
  }

  /**
   * Whoever waits for a token blocks a thread for two seconds, twice what is said to be blocked.
   */
  @Test
  void two_hundred_calls_wait_for_one_token_and_no_event_loop_does() {
    // Has the classes loaded, which takes a while on a busy machine; its token is another one.
    onEventLoop(() -> first.get(DOCUMENT));
    long before = sandbox.counters().tokenRequests();
    sandbox.delayTokens(Duration.ofSeconds(2));
    try (BlockedThreads blocked = BlockedThreads.watched()) {
      List<HttpResponse<String>> answers = callTheResourceAtOnce();

      assertThat(answers)
          .hasSize(CALLS)
          .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200))
          .allSatisfy(answer -> assertThat(answer.body()).contains(DOCUMENT));
      assertThat(sandbox.counters().tokenRequests() - before).isEqualTo(1);
      assertThat(blocked.warnings()).isEmpty();
    }
  }

  /** Else the test above would show nothing. */
  @Test
  void an_event_loop_that_waits_is_noticed() {
    try (BlockedThreads blocked = BlockedThreads.watched()) {
      onEventLoop(
          () -> {
            TimeUnit.SECONDS.sleep(2);
            return Uni.createFrom().item("waited");
          });

      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> assertThat(blocked.warnings()).isNotEmpty());
    }
  }

  @Test
  void call_is_made_once_more_after_a_401() {
    assertSentOnceMore(() -> onEventLoop(() -> revoked.get(DOCUMENT)));
  }

  @Test
  void multipart_is_sent_once_more_after_a_401(@TempDir Path directory) {
    File file = file(directory, 300_000);

    assertSentOnceMore(() -> onEventLoop(() -> parts.attach(DOCUMENT, "Größe", file)));
  }

  @Test
  void stream_is_sent_once_more_after_a_401_by_a_thread_that_may_wait(@TempDir Path directory) {
    File file = file(directory, REPLAY_BUFFER);

    assertSentOnceMore(
        () -> waitingFor(() -> stream.attachStream(DOCUMENT, new FileInputStream(file))));
  }

  @Test
  void stream_that_is_too_large_is_not_sent_again_but_the_token_replaced(@TempDir Path directory) {
    File file = file(directory, REPLAY_BUFFER + 1);

    assertNotSentAgain(
        () -> waitingFor(() -> large.attachStream(DOCUMENT, new FileInputStream(file))));
  }

  @Test
  void stream_that_an_event_loop_sends_is_not_sent_again_but_the_token_replaced(
      @TempDir Path directory) {
    File file = file(directory, 100);

    assertNotSentAgain(
        () -> onEventLoop(() -> looped.attachStream(DOCUMENT, new FileInputStream(file))));
  }

  @Test
  void form_with_a_stream_in_it_is_not_sent_again_but_the_token_replaced() {
    assertNotSentAgain(
        () ->
            waitingFor(
                () ->
                    streamPart.attachStreamAsPart(
                        DOCUMENT, new ByteArrayInputStream(new byte[100]))));
  }

  /** Else the client would run out of them, and this test out of time. */
  @Test
  void refusals_that_nobody_reads_leave_no_connection_busy() throws IOException {
    try (RefusingApi api = RefusingApi.start()) {
      Client client = ClientBuilder.newClient().register(new BearerTokenFilter(new GoodAfterBad()));
      try {
        for (int call = 0; call < CALLS; call++) {
          try (Response response = client.target(api.uri()).request().get(Response.class)) {
            assertThat(response.getStatus()).isEqualTo(200);
          }
        }
      } finally {
        client.close();
      }
    }
  }

  @Test
  void failure_of_the_second_request_is_what_the_caller_gets() throws IOException {
    try (LostApi api = LostApi.start()) {
      ReadOfLostApi lost = built(ReadOfLostApi.class, api);

      assertIsNoAnswer(catchThrowable(() -> onEventLoop(() -> lost.get(DOCUMENT))));
    }
  }

  /** Quarkus has another way for these. */
  @Test
  void failure_of_the_second_request_is_what_the_caller_of_a_response_gets() throws IOException {
    try (LostApi api = LostApi.start()) {
      ReceiveOfLostApi lost = built(ReceiveOfLostApi.class, api);

      assertIsNoAnswer(
          catchThrowable(() -> onEventLoop(() -> lost.receive(DOCUMENT).map(Response::toString))));
    }
  }

  @Test
  void without_a_token_the_request_is_not_sent_and_the_caller_is_told() {
    sandbox.failTokenRequests(TokenFault.answering(503));
    long before = sandbox.counters().apiRequests();

    Throwable thrown = catchThrowable(() -> onEventLoop(() -> lacking.get(DOCUMENT)));

    assertThat(cause(TokenUnavailableException.class, thrown)).hasMessageContaining("503");
    assertThat(sandbox.counters().apiRequests()).isEqualTo(before);
  }

  @Test
  void wrong_secret_is_told() {
    Throwable thrown = catchThrowable(() -> onEventLoop(() -> mistaken.get(DOCUMENT)));

    assertThat(cause(TokenRefusedException.class, thrown).error()).isEqualTo("invalid_client");
  }

  private static <T> T built(Class<T> api, LostApi server) {
    return RestClientBuilder.newBuilder().baseUri(server.uri()).build(api);
  }

  private static void assertIsNoAnswer(Throwable thrown) {
    assertThat(thrown)
        .hasStackTraceContaining("Connection refused")
        .hasRootCauseInstanceOf(IOException.class);
  }

  private void assertSentOnceMore(Supplier<String> call) {
    String answer = call.get();
    Counters before = sandbox.counters();
    sandbox.revokeTokens();

    assertThat(call.get()).isEqualTo(answer);

    assertAskedSince(before, 2);
  }

  private void assertNotSentAgain(Supplier<String> call) {
    call.get();
    Counters before = sandbox.counters();
    sandbox.revokeTokens();

    Throwable thrown = catchThrowable(call::get);

    assertThat(cause(WebApplicationException.class, thrown).getResponse().getStatus())
        .isEqualTo(401);
    assertAskedSince(before, 1);
  }

  private void assertAskedSince(Counters before, int requests) {
    // Where nothing is sent again, nobody waits for the token on an event loop.
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(sandbox.counters().tokenRequests() - before.tokenRequests())
                    .isEqualTo(1));
    assertThat(sandbox.counters().apiRequests() - before.apiRequests()).isEqualTo(requests);
  }

  private static File file(Path directory, int size) {
    try {
      return Files.write(directory.resolve("contract.bin"), new byte[size]).toFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<HttpResponse<String>> callTheResourceAtOnce() {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request = HttpRequest.newBuilder(resource).timeout(Duration.ofSeconds(30)).build();
    List<CompletableFuture<HttpResponse<String>>> answers =
        Stream.generate(() -> http.sendAsync(request, BodyHandlers.ofString()))
            .limit(CALLS)
            .toList();
    return answers.stream().map(answer -> answer.orTimeout(30, TimeUnit.SECONDS).join()).toList();
  }

  /** As the resource of an application does that is on a worker thread. */
  private static String waitingFor(Call call) {
    try {
      return call.make().await().atMost(Duration.ofSeconds(20));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String onEventLoop(Call call) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    vertx
        .getOrCreateContext()
        .runOnContext(
            unused -> {
              try {
                assertThat(Context.isOnEventLoopThread()).isTrue();
                call.make().subscribe().with(answer::complete, answer::completeExceptionally);
              } catch (Throwable e) {
                answer.completeExceptionally(e);
              }
            });
    return answer.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private static <T extends Throwable> T cause(Class<T> type, Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null && !type.isInstance(cause)) {
      cause = cause.getCause();
    }
    assertThat(cause).as("%s in the cause chain of %s", type.getName(), thrown).isNotNull();
    return type.cast(cause);
  }

  /** Has one token that is refused, and another. */
  private static final class GoodAfterBad implements TokenProvider {
    @Override
    public AccessToken token() {
      return named("bad");
    }

    @Override
    public AccessToken replace(AccessToken rejected) {
      return named("good");
    }

    private static AccessToken named(String value) {
      return new AccessToken(value, "Bearer", Instant.MAX, Set.of());
    }
  }

  @FunctionalInterface
  private interface Call {
    Uni<String> make() throws Exception;
  }
}
