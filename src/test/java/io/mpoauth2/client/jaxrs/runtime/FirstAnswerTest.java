package io.mpoauth2.client.jaxrs.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.testing.NumberedTokens;
import io.mpoauth2.client.testing.RawApi;
import io.mpoauth2.client.testing.RawApi.FirstBody;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A 401 whose own body does not come as bodies should; on RESTEasy with its pool of connections.
 */
@Timeout(30)
class FirstAnswerTest {
  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

  private final NumberedTokens tokens = new NumberedTokens();
  private final Client client = ClientBuilder.newClient().register(new BearerTokenFilter(tokens));

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void of_a_body_that_hangs_the_caller_gets_what_came_and_the_connection_ends() throws Exception {
    assertWhatCame(
        (out, closed) -> {
          out.write(HELLO);
          out.flush();
        });
  }

  @Test
  void of_a_body_that_drips_the_caller_gets_what_came_and_the_connection_ends() throws Exception {
    assertWhatCame(
        (out, closed) -> {
          out.write(HELLO);
          out.flush();
          while (!closed.await(100, TimeUnit.MILLISECONDS)) {
            out.write('.');
            out.flush();
          }
        });
  }

  @Test
  void of_a_body_that_is_cut_the_caller_gets_what_came() throws Exception {
    try (RawApi api =
            new RawApi(
                1000,
                (out, closed) -> {
                  out.write(HELLO);
                  out.close();
                });
        Response answer = client.target(api.uri()).request().get()) {
      assertThat(answer.getStatus()).isEqualTo(401);
      assertThat(answer.readEntity(String.class)).isEqualTo("hello");
      assertThat(api.requests()).isEqualTo(1);
    }
  }

  @Test
  void body_of_five_megabytes_does_not_prevent_the_second_request() throws Exception {
    int length = 5 * 1024 * 1024;
    try (RawApi api = new RawApi(length, (out, closed) -> out.write(new byte[length]));
        Response answer = client.target(api.uri()).request().get()) {
      assertThat(answer.getStatus()).isEqualTo(200);
      assertThat(answer.readEntity(String.class)).isEqualTo("fine");
    }
  }

  /** RESTEasy reads the 401 for the exception, and ends its connection. */
  @Test
  void exception_for_a_401_that_hangs_has_what_came() throws IOException {
    try (RawApi api =
        new RawApi(
            1000,
            (out, closed) -> {
              out.write(HELLO);
              out.flush();
              closed.await();
            })) {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowableOfType(
                      jakarta.ws.rs.NotAuthorizedException.class,
                      () -> client.target(api.uri()).request().get(String.class))
                  .getResponse()
                  .readEntity(String.class))
          .isEqualTo("hello");
    }
  }

  /** A transport that does not care, HttpURLConnection's, would have given it the whole body. */
  @Test
  void caller_who_is_interrupted_does_not_lose_the_body() throws IOException {
    Thread caller = Thread.currentThread();
    InputStream untilItWaits =
        new ByteArrayInputStream(HELLO) {
          @Override
          public synchronized int read(byte[] bytes, int from, int length) {
            while (caller.isInterrupted()) {
              Thread.onSpinWait();
            }
            return super.read(bytes, from, length);
          }
        };
    AtomicReference<InputStream> body = new AtomicReference<>(untilItWaits);
    ClientResponseContext answer = answerWith(body);

    caller.interrupt();
    boolean whole =
        FirstAnswer.readAway(answer, work -> new Thread(work).start(), untilItWaits::close);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(whole).isTrue();
    assertThat(body.get()).hasBinaryContent(HELLO);
  }

  private static ClientResponseContext answerWith(AtomicReference<InputStream> body) {
    return (ClientResponseContext)
        Proxy.newProxyInstance(
            FirstAnswerTest.class.getClassLoader(),
            new Class<?>[] {ClientResponseContext.class},
            (proxy, method, arguments) ->
                method.getName().equals("setEntityStream")
                    ? body.getAndSet((InputStream) arguments[0])
                    : body.get());
  }

  private void assertWhatCame(FirstBody body) throws Exception {
    try (RawApi api = new RawApi(1000, body)) {
      try (Response answer = client.target(api.uri()).request().get()) {
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.readEntity(String.class)).startsWith("hello");
        assertThat(api.requests()).isEqualTo(1);
      }
      api.firstEnded().get(10, TimeUnit.SECONDS);
    }
  }
}
