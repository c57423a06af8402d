package io.mpoauth2.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.TokenUnavailableException;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.resteasy.reactive.client.FakeChain;
import org.jboss.resteasy.reactive.client.FakeRequestContext;
import org.jboss.resteasy.reactive.client.impl.multipart.QuarkusMultipartForm;
import org.jboss.resteasy.reactive.client.impl.multipart.QuarkusMultipartFormDataPart;
import org.jboss.resteasy.reactive.common.core.BlockingOperationSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On Quarkus REST, where a filter must not wait, and a request goes back in its own chain. */
class QuarkusRequestTest {
  private static final int LIMIT = CallSettings.DEFAULTS.replayBuffer();

  private final ScriptedSource source = new ScriptedSource(new ManualClock());
  private final ManualThreads threads = new ManualThreads();
  private final BearerTokenFilter filter = new BearerTokenFilter(source.cachedWith(threads));
  private final FakeRequestContext request = new FakeRequestContext();

  /** What is left of the answer for the handlers that follow. */
  private int statusLeft = 401;

  private @Nullable InputStream entityLeft;

  @BeforeEach
  void flights_wait_until_they_are_run() {
    threads.keeps();
  }

  /** Or it would go on waiting, and tell the next test's log. */
  @AfterEach
  void nobody_waits_for_a_flight_any_more() {
    threads.startsThreads();
    threads.runAll();
  }

  @Test
  void a_request_is_put_aside_until_there_is_a_token() throws IOException {
    filter.filter(request);

    assertThat(request.events()).containsExactly("suspended");
    assertThat(request.getHeaders()).doesNotContainKey("Authorization");

    threads.runAll();

    assertThat(request.events()).containsExactly("suspended", "resumed");
    assertThat(request.getHeaderString("Authorization")).isEqualTo("Bearer token-1");
  }

  @Test
  void with_a_token_at_hand_it_is_sent_at_once() throws IOException {
    filter.filter(new FakeRequestContext());
    threads.runAll();

    filter.filter(request);

    assertThat(request.events()).isEmpty();
    assertThat(request.getHeaderString("Authorization")).isEqualTo("Bearer token-1");
  }

  @Test
  void without_a_token_it_fails_with_the_reason_and_is_not_sent() throws IOException {
    source.fails(() -> new TokenUnavailableException("nobody there", null));

    filter.filter(request);
    threads.runAll();

    assertThat(request.events()).containsExactly("suspended", "failed: nobody there");
    assertThat(request.getHeaders()).doesNotContainKey("Authorization");
  }

  @Test
  void many_requests_wait_for_one_token_request() throws IOException {
    FakeRequestContext other = new FakeRequestContext();
    filter.filter(request);
    filter.filter(other);

    threads.runAll();

    assertThat(source.sent()).isEqualTo(1);
    assertThat(other.events()).containsExactly("suspended", "resumed");
  }

  @Test
  void after_a_401_it_waits_for_another_token_and_goes_back_to_be_sent_once_more()
      throws IOException {
    sent();

    filter.filter(request.answered(), refusal());

    assertThat(request.events()).containsExactly("suspended", "resumed", "suspended");
    assertThat(chain().next()).containsExactly("failure");

    threads.runAll();

    assertThat(request.events()).endsWith("suspended", "resumed");
    assertThat(source.sent()).isEqualTo(2);
    assertThat(request.getHeaderString("Authorization")).isEqualTo("Bearer token-2");
    assertThat(chain().next()).containsExactly("send", "response filter");
    assertThat(chain().isAbortHandlerChainStarted()).isFalse();
  }

  /** Quarkus takes the request up again itself then, whether there is a token or not. */
  @Test
  void a_thread_that_may_wait_does() throws Exception {
    sent();
    threads.startsThreads();

    onWorker(() -> filter.filter(request.answered(), refusal()));

    assertThat(request.events()).containsExactly("suspended", "resumed");
    assertThat(request.getHeaderString("Authorization")).isEqualTo("Bearer token-2");
    assertThat(chain().next()).containsExactly("send", "response filter");
  }

  @Test
  void a_second_401_is_returned_as_is() throws IOException {
    sent();
    filter.filter(request.answered(), refusal());
    threads.runAll();
    List<String> before = List.copyOf(request.events());

    try (CapturedLog log = CapturedLog.start()) {
      filter.filter(request.answered(), refusal());

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("answered 401 to a fresh token too");
    }

    assertThat(request.events()).isEqualTo(before);
    assertThat(chain().next()).containsExactly("failure");
    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void a_refusal_goes_on_where_no_other_token_can_be_had() throws IOException {
    sent();
    source.fails(() -> new TokenUnavailableException("nobody there", null));

    filter.filter(request.answered(), refusal());
    try (CapturedLog log = CapturedLog.start()) {
      threads.runAll();

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("no other token can be had: nobody there");
    }

    assertThat(request.events()).containsExactly("suspended", "resumed", "suspended", "resumed");
    assertThat(chain().next()).containsExactly("failure");
  }

  @Test
  void an_invocation_that_is_made_again_is_sent_with_the_current_token() throws IOException {
    sent();
    FakeRequestContext again = request.again();
    filter.filter(request.answered(), refusal());
    threads.runAll();

    filter.filter(again);

    assertThat(again.getHeaderString("Authorization")).isEqualTo("Bearer token-2");
    assertThat(SentToken.in(again)).isNotNull();
  }

  @Test
  void a_header_of_the_callers_own_is_left_alone_when_its_invocation_is_made_again()
      throws IOException {
    sent();
    FakeRequestContext again = request.again();
    again.getHeaders().putSingle("Authorization", "Bearer mine");

    filter.filter(again);

    assertThat(again.getHeaderString("Authorization")).isEqualTo("Bearer mine");
  }

  @Test
  void what_fails_on_the_way_back_leaves_the_refusal_where_it_was() throws IOException {
    sent();
    chain().fails();

    filter.filter(request.answered(), refusal());
    threads.runAll();

    assertThat(request.events()).containsExactly("suspended", "resumed", "suspended", "resumed");
    assertThat(chain().next()).containsExactly("failure");
    assertThat(chain().isAbortHandlerChainStarted()).isTrue();
    assertThat(statusLeft).isEqualTo(401);
  }

  @Test
  void a_body_of_which_nothing_can_be_closed_is_let_go_all_the_same() throws IOException {
    entityLeft =
        new ByteArrayInputStream(new byte[1]) {
          @Override
          public void close() throws IOException {
            throw new IOException("closed already");
          }
        };
    sent();

    filter.filter(request.answered(), refusal());
    threads.runAll();

    assertThat(chain().next()).containsExactly("send", "response filter");
    assertThat(entityLeft).isNull();
  }

  @Test
  void a_header_of_the_callers_own_is_left_alone() throws IOException {
    request.getHeaders().putSingle("Authorization", "Bearer mine");

    filter.filter(request);
    filter.filter(request, refusal());

    assertThat(request.getHeaderString("Authorization")).isEqualTo("Bearer mine");
    assertThat(request.events()).isEmpty();
    assertThat(source.sent()).isZero();
  }

  @Test
  void an_object_that_is_the_body_is_left_to_be_written_again() throws IOException {
    request.setEntity("document");
    sent();

    filter.filter(request.answered(), refusal());
    threads.runAll();

    assertThat(request.getEntity()).isEqualTo("document");
    assertThat(chain().next()).containsExactly("send", "response filter");
  }

  @Test
  void a_stream_is_read_where_a_thread_may_wait_and_sent_once_more() throws Exception {
    request.setEntity(stream(LIMIT));
    onWorker(() -> filter.filter(request));
    threads.runAll();

    filter.filter(request.answered(), refusal());
    threads.runAll();

    assertThat(request.getEntity()).isEqualTo(new byte[LIMIT]);
    assertThat(chain().next()).containsExactly("send", "response filter");
  }

  @Test
  void a_stream_that_is_too_large_to_be_kept_is_not_sent_again_but_the_token_replaced()
      throws Exception {
    request.setEntity(stream(LIMIT + 1));
    onWorker(() -> filter.filter(request));
    threads.runAll();

    assertThat(((InputStream) request.getEntity()).readAllBytes()).hasSize(LIMIT + 1);
    assertIsNotSentAgain("is a stream, too large for");
  }

  /** Reading it could take any time. */
  @Test
  void a_stream_that_an_event_loop_sends_is_left_alone_and_not_sent_again() throws IOException {
    InputStream stream = stream(1);
    request.setEntity(stream);
    sent();

    assertThat(request.getEntity()).isSameAs(stream);
    assertIsNotSentAgain("is a stream");
  }

  @Test
  void a_reader_is_not_sent_again() throws IOException {
    request.setEntity(new StringReader("document"));
    sent();

    assertIsNotSentAgain("is a stream");
  }

  @Test
  void a_body_that_others_publish_is_not_sent_again() throws IOException {
    request.setEntity((Flow.Publisher<String>) subscriber -> {});
    sent();

    assertIsNotSentAgain("is a stream");
  }

  @Test
  void a_form_with_a_stream_in_it_is_not_sent_again() throws IOException {
    request.setEntity(
        new QuarkusMultipartForm(
            new QuarkusMultipartFormDataPart(null, null),
            new QuarkusMultipartFormDataPart(ByteArrayInputStream.class, null)));
    sent();

    assertIsNotSentAgain("is a stream");
  }

  @Test
  void a_form_with_a_part_that_others_publish_is_not_sent_again() throws IOException {
    request.setEntity(
        new QuarkusMultipartForm(new QuarkusMultipartFormDataPart(null, subscriber -> {})));
    sent();

    assertIsNotSentAgain("is a stream");
  }

  @Test
  void a_form_of_texts_files_and_objects_is_sent_once_more() throws IOException {
    request.setEntity(
        new QuarkusMultipartForm(
            new QuarkusMultipartFormDataPart(null, null),
            new QuarkusMultipartFormDataPart(String.class, null)));
    sent();

    filter.filter(request.answered(), refusal());
    threads.runAll();

    assertThat(chain().next()).containsExactly("send", "response filter");
  }

  @Test
  void an_answer_that_a_filter_gave_is_left_as_it_is() throws IOException {
    sent();

    filter.filter(request.answeredByFilter(), refusal());
    threads.runAll();

    assertThat(chain().next()).containsExactly("failure");
    assertThat(statusLeft).isEqualTo(401);
  }

  @Test
  void nothing_is_left_of_the_first_answer() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    entityLeft =
        new ByteArrayInputStream(new byte[1]) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    sent();

    filter.filter(request.answered(), refusal());
    threads.runAll();

    assertThat(statusLeft).as("else a failure to send it would be a 401").isZero();
    assertThat(entityLeft).isNull();
    assertThat(closed).isTrue();
  }

  private void assertIsNotSentAgain(String why) throws IOException {
    try (CapturedLog log = CapturedLog.start()) {
      filter.filter(request.answered(), refusal());
      threads.runAll();

      assertThat(log.warnings()).singleElement().asString().contains(why);
    }
    assertThat(chain().next()).containsExactly("failure");
  }

  private void sent() throws IOException {
    filter.filter(request);
    threads.runAll();
  }

  private static void onWorker(Step step) throws Exception {
    AtomicReference<Exception> failure = new AtomicReference<>();
    Thread worker =
        new Thread(
            () -> {
              try {
                step.take();
              } catch (IOException e) {
                failure.set(e);
              }
            },
            BlockingOperationSupport.WORKER);
    worker.start();
    worker.join(10_000);
    assertThat(failure).hasValue(null);
  }

  @FunctionalInterface
  private interface Step {
    void take() throws IOException;
  }

  private FakeChain chain() {
    return request.getRestClientRequestContext();
  }

  private static InputStream stream(int size) {
    return new ByteArrayInputStream(new byte[size]);
  }

  private ClientResponseContext refusal() {
    statusLeft = 401;
    return (ClientResponseContext)
        Proxy.newProxyInstance(
            QuarkusRequestTest.class.getClassLoader(),
            new Class<?>[] {ClientResponseContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getStatus" -> statusLeft;
                  case "getHeaders" -> new MultivaluedHashMap<String, String>();
                  case "getEntityStream" -> entityLeft;
                  case "setEntityStream" -> {
                    entityLeft = (InputStream) arguments[0];
                    yield null;
                  }
                  case "setStatus" -> {
                    statusLeft = (Integer) arguments[0];
                    yield null;
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
