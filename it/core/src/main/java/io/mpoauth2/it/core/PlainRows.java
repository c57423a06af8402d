package io.mpoauth2.it.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.it.core.api.Calls;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.InvocationCallback;
import jakarta.ws.rs.client.ResponseProcessingException;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What only a plain client has: a target and an invocation with settings of their own. */
interface PlainRows extends Rows {
  @Test
  default void property_of_the_invocation_that_a_filter_reads() {
    assertSame(
        stage -> {
          ClientRequestFilter reading =
              request -> stage.saw("property " + request.getProperty("mine"));
          stage.with(reading).showing("property 1");
        },
        calls -> target(calls).request().property("mine", "1").get());
  }

  @Test
  default void property_of_the_target_that_a_filter_reads() {
    assertSame(
        stage -> {
          ClientRequestFilter reading =
              request ->
                  stage.saw("property " + request.getConfiguration().getProperty("of-target"));
          stage.with(reading).showing("property 2");
        },
        calls -> target(calls).property("of-target", "2").request().get());
  }

  @Test
  default void filters_and_interceptors_of_client_and_target() {
    assertSame(
        stage ->
            stage
                .with(new AddingFilter("X-Of-Client"))
                .arrivingWith("X-Of-Client", "1")
                .arrivingWith("X-Of-Target", "1")
                .arrivingAs("olleh"),
        calls ->
            target(calls)
                .register(new OfTheTarget())
                .register(new ReversingInterceptor())
                .request()
                .post(Entity.text("hello")));
  }

  @Test
  default void headers_and_cookies_by_hand() {
    assertSame(
        stage ->
            stage
                .watched()
                .arriving(
                    arrived ->
                        assertThat(arrived.headers().get("Cookie"))
                            .singleElement(InstanceOfAssertFactories.STRING)
                            .contains("mine=1")),
        calls ->
            target(calls)
                .request("text/plain", "application/json")
                .acceptLanguage("de", "en")
                .header("X-Of-Invocation", "1")
                .header("X-Of-Invocation", "2")
                .cookie("mine", "1")
                .post(Entity.text("hello")));
  }

  @Test
  default void stream_in_chunks() {
    String body = "0123456789".repeat(30_000);
    assertSame(
        stage -> stage.watched().arrivingWith("Transfer-Encoding", "chunked").arrivingAs(body),
        calls ->
            inChunks(target(calls))
                .request()
                .post(
                    Entity.text(
                        new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)))));
  }

  @Test
  default void one_invocation_used_again() {
    AtomicReference<Invocation> invocation = new AtomicReference<>();
    assertSame(
        stage -> {
          invocation.set(null);
          stage.watched().arrivingAs("hello");
        },
        calls ->
            invocation
                .updateAndGet(
                    built ->
                        built == null
                            ? target(calls).request().buildPost(Entity.text("hello"))
                            : built)
                .invoke());
  }

  @Test
  default void submit_with_a_callback() {
    assertSame(
        stage -> stage.watched().arrivingAs("hello"),
        calls -> {
          CompletableFuture<String> answer = new CompletableFuture<>();
          target(calls).request().async().post(Entity.text("hello"), new Callback(answer));
          return answer.orTimeout(5, TimeUnit.SECONDS).handle(PlainRows::answered).join();
        });
  }

  @Test
  default void time_out_of_the_target() {
    String property = setting("read-timeout.target");
    int longest = (int) TimeoutRows.LONGEST.toMillis();
    assertTimesOut(BARE, calls -> target(calls).property(property, longest).request().get());
  }

  @Test
  default void time_out_of_the_invocation() {
    String property = setting("read-timeout.invocation");
    int longest = (int) TimeoutRows.LONGEST.toMillis();
    assertTimesOut(BARE, calls -> target(calls).request().property(property, longest).get());
  }

  /** A target of its own for each call, so that what is registered there is there once. */
  private static WebTarget target(Calls calls) {
    return ((PlainCalls) calls).target().path("");
  }

  /** A class of its own, as some runtimes take two objects of one class for one provider. */
  final class OfTheTarget implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {
      request.getHeaders().add("X-Of-Target", "1");
    }
  }

  /** An answer itself is gone when the callback has ended. */
  private static Response answered(String text, Throwable thrown) {
    if (thrown instanceof WebApplicationException refused) {
      return refused.getResponse();
    }
    if (thrown != null) {
      throw new CompletionException(thrown);
    }
    return Response.ok(text).build();
  }

  /** Not a lambda: runtimes look for its type argument. */
  record Callback(CompletableFuture<String> answer) implements InvocationCallback<String> {
    @Override
    public void completed(String text) {
      answer.complete(text);
    }

    @Override
    public void failed(Throwable thrown) {
      answer.completeExceptionally(
          thrown instanceof ResponseProcessingException ? thrown.getCause() : thrown);
    }
  }
}
