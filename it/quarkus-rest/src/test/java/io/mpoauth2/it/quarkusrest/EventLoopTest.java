package io.mpoauth2.it.quarkusrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

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
import jakarta.ws.rs.core.Response;
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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    assertSentOnceMore(() -> revoked.get(DOCUMENT));
  }

  @Test
  void multipart_is_sent_once_more_after_a_401(@TempDir Path directory) {
    File file = file(directory, 300_000);

    assertSentOnceMore(() -> parts.attach(DOCUMENT, "Größe", file));
  }

  /** A file can neither be marked nor begun again. */
  @Test
  void stream_that_can_be_read_once_is_sent_once_more_after_a_401(@TempDir Path directory) {
    File file = file(directory, REPLAY_BUFFER);

    assertSentOnceMore(() -> stream.attachStream(DOCUMENT, new FileInputStream(file)));
  }

  @Test
  void stream_that_is_larger_than_the_replay_buffer_is_not_sent_again_but_the_token_replaced(
      @TempDir Path directory) {
    File file = file(directory, REPLAY_BUFFER + 1);
    onEventLoop(() -> large.attachStream(DOCUMENT, new FileInputStream(file)));
    Counters before = sandbox.counters();
    sandbox.revokeTokens();

    Throwable thrown =
        catchThrowable(
            () -> onEventLoop(() -> large.attachStream(DOCUMENT, new FileInputStream(file))));

    assertThat(cause(WebApplicationException.class, thrown).getResponse().getStatus())
        .isEqualTo(401);
    Counters after = sandbox.counters();
    assertThat(after.tokenRequests() - before.tokenRequests()).isEqualTo(1);
    assertThat(after.apiRequests() - before.apiRequests()).isEqualTo(1);
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

  private void assertSentOnceMore(Call call) {
    String answer = onEventLoop(call);
    Counters before = sandbox.counters();
    sandbox.revokeTokens();

    assertThat(onEventLoop(call)).isEqualTo(answer);

    Counters after = sandbox.counters();
    assertThat(after.tokenRequests() - before.tokenRequests()).isEqualTo(1);
    assertThat(after.apiRequests() - before.apiRequests()).isEqualTo(2);
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

  @FunctionalInterface
  private interface Call {
    Uni<String> make() throws Exception;
  }
}
