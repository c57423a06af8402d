package io.mpoauth2.it.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.it.core.LoopbackApi.Arrived;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Clients as people have them, with filters and interceptors of their own. A second request through
 * such a client would not be the same one, and its answer would be read twice, which can look like
 * success: so there is none.
 */
public class CustomizedClientFeatures extends DeclinedRetries {
  /** Behind our own filter, which has {@code USER + 1000}. */
  private static final int BEHIND = Priorities.USER + 2000;

  @Test
  void post_of_a_target_with_the_filter_never_arrives_without_what_target_and_invocation_add() {
    ClientRequestFilter adding = request -> request.getHeaders().add("X-Of-Target", "1");
    WebTarget target = targetWithTheFilter().register(adding);

    Arrived arrived =
        assertDeclined(
            () ->
                target
                    .request("text/plain")
                    .header("X-Of-Invocation", "1")
                    .cookie("mine", "1")
                    .post(Entity.text("hello")));

    assertThat(arrived.body()).isEqualTo("hello");
    assertThat(arrived.headers())
        .containsEntry("X-of-target", List.of("1"))
        .containsEntry("X-of-invocation", List.of("1"))
        .containsEntry("Accept", List.of("text/plain"))
        .containsKey("Cookie");
  }

  @Test
  void header_of_another_filter_is_there_once() {
    ClientRequestFilter adding = request -> request.getHeaders().add("X-Mine", "1");
    Client client = client().register(adding).register(new Stamp(), BEHIND);

    Arrived arrived = assertDeclined(() -> post(client));

    assertThat(arrived.headers())
        .containsEntry("X-mine", List.of("1"))
        .containsEntry("X-stamp", List.of("1"));
  }

  @Test
  void interceptor_that_seals_and_signs_the_body_does_so_once() {
    Client client = client().register(new ReversingInterceptor());
    api.encodeAnswers("", ReversingInterceptor::reversed);

    Arrived arrived = assertDeclined(() -> post(client));

    assertThat(arrived.body()).isEqualTo("olleh");
    assertThat(arrived.headers())
        .containsEntry(
            "X-digest",
            List.of(ReversingInterceptor.digest("olleh".getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void entity_that_another_filter_wraps_is_wrapped_once() {
    ClientRequestFilter wrapping = request -> request.setEntity("<" + request.getEntity() + ">");
    Client client = client().register(wrapping);

    Arrived arrived = assertDeclined(() -> post(client));

    assertThat(arrived.body()).isEqualTo("<hello>");
  }

  @Test
  void stream_that_a_filter_before_ours_replaces_is_replaced_once() {
    Client client = client().register(new ShiftingFilter());

    Arrived arrived = assertDeclined(() -> post(client));

    assertThat(arrived.body()).isEqualTo("ifmmp");
  }

  @Test
  void stream_that_a_filter_behind_ours_replaces_is_replaced_once() {
    Client client = client().register(new ShiftingFilter(), BEHIND);

    Arrived arrived = assertDeclined(() -> post(client));

    assertThat(arrived.body()).isEqualTo("ifmmp");
  }

  @Test
  void answer_passes_the_interceptor_that_decrypts_once() {
    Client client = client().register(new ReversingInterceptor());
    api.encodeAnswers("", ReversingInterceptor::reversed);

    assertDeclined(() -> client.target(api.uri()).request().get());
  }

  @Test
  void compressed_answer_is_decompressed_once() {
    Client client = client().register(new GzipInterceptor());
    api.encodeAnswers(GzipInterceptor.GZIP, GzipInterceptor::zipped);

    assertDeclined(() -> client.target(api.uri()).request().acceptEncoding("gzip").get());
  }

  @Test
  void compressed_body_is_compressed_once() {
    Client client = client().register(new GzipInterceptor());
    api.encodeAnswers(GzipInterceptor.GZIP, GzipInterceptor::zipped);

    Arrived arrived = assertDeclined(() -> post(client));

    assertThat(arrived.headers()).containsEntry("Content-encoding", List.of("gzip"));
  }

  @Test
  void response_filter_counts_each_call_once() {
    AtomicInteger answers = new AtomicInteger();
    ClientResponseFilter counting = (request, response) -> answers.incrementAndGet();
    Client client = client().register(counting);

    assertDeclined(() -> client.target(api.uri()).request().get());

    assertThat(answers).hasValue(3);
  }

  @Test
  void post_by_rx_of_a_target_with_the_filter_is_not_sent_again() {
    WebTarget target = targetWithTheFilter();

    assertDeclined(
        () ->
            target
                .request()
                .rx()
                .post(Entity.text("hello"))
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join());
  }

  private Response post(Client client) {
    return client.target(api.uri()).request().post(Entity.text("hello"));
  }

  /** A class of its own, as some runtimes take two lambdas for one provider. */
  private static final class Stamp implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {
      request.getHeaders().add("X-Stamp", "1");
    }
  }
}
