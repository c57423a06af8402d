package io.mpoauth2.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualExecutor;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.TokenUnavailableException;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.lang.reflect.Proxy;
import org.jboss.resteasy.reactive.client.FakeRequestContext;
import org.junit.jupiter.api.Test;

/** On Quarkus REST, where a filter must not wait. */
class SuspendedRequestTest {
  private final ScriptedSource source = new ScriptedSource(new ManualClock());
  private final ManualExecutor threads = new ManualExecutor();
  private final BearerTokenFilter filter = new BearerTokenFilter(source.cachedWith(threads));
  private final FakeRequestContext request = new FakeRequestContext();

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

  /** Else a call that is made straight after it could have the refused token again. */
  @Test
  void a_refusal_is_put_aside_until_there_is_another_token() throws IOException {
    filter.filter(request);
    threads.runAll();

    filter.filter(request, refusal());

    assertThat(request.events()).containsExactly("suspended", "resumed", "suspended");

    threads.runAll();

    assertThat(request.events()).endsWith("suspended", "resumed");
    assertThat(source.sent()).isEqualTo(2);
    assertThat(request.getHeaderString("Authorization")).isEqualTo("Bearer token-1");
  }

  @Test
  void a_refusal_goes_on_where_no_other_token_can_be_had() throws IOException {
    filter.filter(request);
    threads.runAll();
    source.fails(() -> new TokenUnavailableException("nobody there", null, null));

    filter.filter(request, refusal());
    threads.runAll();

    assertThat(request.events()).containsExactly("suspended", "resumed", "suspended", "resumed");
  }

  private static ClientResponseContext refusal() {
    return (ClientResponseContext)
        Proxy.newProxyInstance(
            SuspendedRequestTest.class.getClassLoader(),
            new Class<?>[] {ClientResponseContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getStatus" -> 401;
                  case "getHeaders" -> new MultivaluedHashMap<String, String>();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
