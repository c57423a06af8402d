package io.mpoauth2.client.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualExecutor;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.TokenUnavailableException;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Flow;
import org.jboss.resteasy.reactive.client.FakeChain;
import org.jboss.resteasy.reactive.client.FakeRequestContext;
import org.jboss.resteasy.reactive.common.core.BlockingOperationSupport;
import org.junit.jupiter.api.Test;

/** On Quarkus REST, where a filter must not wait, and a request goes back in its own chain. */
class QuarkusRequestTest {
  private final ScriptedSource source = new ScriptedSource(new ManualClock());
  private final ManualExecutor threads = new ManualExecutor();
  private final BearerTokenFilter filter = new BearerTokenFilter(source.cachedWith(threads));
  private final FakeRequestContext request = new FakeRequestContext();

  /** What is left of the answer for the handlers that follow. */
  private int statusLeft = 401;

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
    source.fails(() -> new TokenUnavailableException("nobody there", null, null));

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
    assertThat(chain().isAborted()).isFalse();
    assertThat(statusLeft).as("for a failure to send it").isZero();
  }

  /** Quarkus takes the request up again itself then, whether there is a token or not. */
  @Test
  void a_thread_that_may_wait_does() throws Exception {
    sent();
    Thread worker = new Thread(() -> refuse(request.answered()), BlockingOperationSupport.WORKER);

    worker.start();
    worker.join(10_000);

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
    source.fails(() -> new TokenUnavailableException("nobody there", null, null));

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
    FakeRequestContext again = new FakeRequestContext();
    again.getHeaders().putAll(request.getHeaders());
    filter.filter(request.answered(), refusal());
    threads.runAll();

    filter.filter(again);

    assertThat(again.getHeaderString("Authorization")).isEqualTo("Bearer token-2");
    assertThat(again.getProperty(Attempt.PROPERTY)).isInstanceOf(Attempt.class);
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
  void a_stream_is_kept_as_it_is_read_and_sent_once_more() throws IOException {
    request.setEntity(new ByteArrayInputStream("document".getBytes(UTF_8)));
    sent();
    assertThat(read(request.getEntity())).isEqualTo("document");

    filter.filter(request.answered(), refusal());
    threads.runAll();

    assertThat(read(request.getEntity())).isEqualTo("document");
    assertThat(chain().next()).containsExactly("send", "response filter");
  }

  @Test
  void a_stream_that_is_too_large_to_be_kept_is_not_sent_again_but_the_token_replaced()
      throws IOException {
    request.setEntity(new ByteArrayInputStream(new byte[(1 << 20) + 1]));
    sent();
    read(request.getEntity());

    filter.filter(request.answered(), refusal());
    try (CapturedLog log = CapturedLog.start()) {
      threads.runAll();

      assertThat(log.warnings()).singleElement().asString().contains("its body is larger than");
    }

    assertThat(chain().next()).containsExactly("failure");
    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void a_body_that_others_publish_is_not_sent_again() throws IOException {
    request.setEntity((Flow.Publisher<String>) subscriber -> {});
    sent();

    filter.filter(request.answered(), refusal());
    try (CapturedLog log = CapturedLog.start()) {
      threads.runAll();

      assertThat(log.warnings()).singleElement().asString().contains("can be written only once");
    }

    assertThat(chain().next()).containsExactly("failure");
  }

  private void sent() throws IOException {
    filter.filter(request);
    threads.runAll();
  }

  private void refuse(FakeRequestContext refused) {
    try {
      filter.filter(refused, refusal());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FakeChain chain() {
    return request.getRestClientRequestContext();
  }

  private static String read(Object entity) throws IOException {
    return new String(((InputStream) entity).readAllBytes(), UTF_8);
  }

  private ClientResponseContext refusal() {
    return (ClientResponseContext)
        Proxy.newProxyInstance(
            QuarkusRequestTest.class.getClassLoader(),
            new Class<?>[] {ClientResponseContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getStatus" -> 401;
                  case "getHeaders" -> new MultivaluedHashMap<String, String>();
                  case "setStatus" -> {
                    statusLeft = (Integer) arguments[0];
                    yield null;
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
