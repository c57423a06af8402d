package io.mpoauth2.it.core;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The second request is the first one, with clients as people have them. */
public abstract class SameRequestFeatures extends SameRequest {
  /** Behind our own filter, which has {@code USER + 1000}. */
  private static final int BEHIND = Priorities.USER + 2000;

  private static final Consumer<Stage> NOTHING = stage -> {};

  @Test
  void filter_that_needs_a_header_of_the_caller() {
    ClientRequestFilter copying =
        request -> request.getHeaders().add("X-Copy", "of " + request.getHeaderString("X-Caller"));
    assertSame(
        stage -> stage.client().register(copying),
        target -> target.request().header("X-Caller", "me").get());
  }

  @Test
  void property_of_the_invocation_that_a_filter_reads() {
    assertSame(
        stage ->
            stage
                .client()
                .register(
                    (ClientRequestFilter)
                        request -> stage.saw("filter " + request.getProperty("mine"))),
        target -> target.request().property("mine", "1").get());
  }

  @Test
  void property_of_client_and_target_that_a_filter_reads() {
    assertSame(
        stage ->
            stage
                .client()
                .property("of-client", "1")
                .register(
                    (ClientRequestFilter)
                        request ->
                            stage.saw(
                                request.getConfiguration().getProperty("of-client")
                                    + " "
                                    + request.getConfiguration().getProperty("of-target"))),
        target -> target.property("of-target", "2").request().get());
  }

  @Test
  void filters_that_pair_request_and_response() {
    assertSame(
        stage -> stage.client().register(new PairingFilter(stage)), SameRequestFeatures::get);
  }

  @Test
  void logging_filter_that_reads_the_answer_and_puts_it_back() {
    assertSame(
        stage -> {
          ClientResponseFilter logging = (request, response) -> readAndPutBack(stage, response);
          stage.client().register(logging);
        },
        SameRequestFeatures::get);
  }

  @Test
  void encryption_and_digest_of_the_body_and_decryption_of_the_answer() {
    assertSame(
        stage -> {
          stage.client().register(new ReversingInterceptor());
          stage.api().encodeAnswers("", ReversingInterceptor::reversed);
        },
        SameRequestFeatures::post);
  }

  @Test
  void gzip_of_body_and_answer() {
    assertSame(
        stage -> {
          stage.client().register(new GzipInterceptor());
          stage.api().encodeAnswers(GzipInterceptor.GZIP, GzipInterceptor::zipped);
        },
        SameRequestFeatures::post);
  }

  @Test
  void stream_replaced_before_ours() {
    assertSame(stage -> stage.client().register(new ShiftingFilter()), SameRequestFeatures::post);
  }

  @Test
  void stream_replaced_behind_ours() {
    assertSame(
        stage -> stage.client().register(new ShiftingFilter(), BEHIND), SameRequestFeatures::post);
  }

  @Test
  void entity_replaced_before_ours() {
    ClientRequestFilter wrapping = request -> request.setEntity("<" + request.getEntity() + ">");
    assertSame(stage -> stage.client().register(wrapping), SameRequestFeatures::post);
  }

  @Test
  void headers_and_cookies_of_client_target_and_invocation() {
    ClientRequestFilter ofClient = request -> request.getHeaders().add("X-Of-Client", "1");
    assertSame(
        stage -> stage.client().register(ofClient),
        target ->
            target
                .path("a b")
                .queryParam("q", "ä", "&")
                .request("text/plain", "application/json")
                .acceptLanguage("de", "en")
                .header("X-Of-Invocation", "1")
                .header("X-Of-Invocation", "2")
                .cookie("mine", "1")
                .post(Entity.text("hello")));
  }

  @Test
  void get() {
    assertSame(NOTHING, SameRequestFeatures::get);
  }

  @Test
  void delete() {
    assertSame(NOTHING, target -> target.request().delete());
  }

  @Test
  void head() {
    assertSame(NOTHING, target -> target.request().head());
  }

  @Test
  void options() {
    assertSame(NOTHING, target -> target.request().options());
  }

  @Test
  void put_without_a_body() {
    // Jersey refuses it otherwise; nobody else knows the property.
    String lenient = "jersey.config.client.suppressHttpComplianceValidation";
    assertSame(NOTHING, target -> target.property(lenient, true).request().method(HttpMethod.PUT));
  }

  @Test
  void json() {
    assertSame(NOTHING, target -> target.request().put(Entity.json("{\"a\":\"ä\"}")));
  }

  @Test
  void form() {
    Form form = new Form("a", "1 2").param("b", "ä");
    assertSame(NOTHING, target -> target.request().post(Entity.form(form)));
  }

  @Test
  void stream() {
    assertSame(
        NOTHING,
        target ->
            target
                .request()
                .post(
                    Entity.text(
                        new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)))));
  }

  /** The largest common one: it is more than a transport's own buffers hold. */
  @Test
  void body_of_300_kB() {
    assertSame(NOTHING, target -> target.request().post(Entity.text("0123456789".repeat(30_000))));
  }

  @Test
  void call_by_rx() {
    assertSame(
        NOTHING,
        target ->
            target
                .request()
                .rx()
                .post(Entity.text("hello"))
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join());
  }

  @Test
  void refusal_of_64_kB() {
    assertSame(refusing(401, 64_000), SameRequestFeatures::post);
  }

  @Test
  void refusal_of_5_MB() {
    assertSame(refusing(401, 5_000_000), SameRequestFeatures::post);
  }

  @Test
  void refusal_without_a_body() {
    assertSame(refusing(401, 0), SameRequestFeatures::post);
  }

  @Test
  void refusal_with_400_and_invalid_token() {
    assertSame(refusing(400, 10), SameRequestFeatures::post);
  }

  @Test
  void refusal_with_403_and_invalid_token() {
    assertSame(refusing(403, 10), SameRequestFeatures::post);
  }

  private static Consumer<Stage> refusing(int status, int length) {
    return stage -> stage.api().refuse(Refusal.of(status, new byte[length]));
  }

  private static Response get(WebTarget target) {
    return target.request().get();
  }

  private static Response post(WebTarget target) {
    return target.request().post(Entity.text("hello"));
  }

  private static void readAndPutBack(Stage stage, ClientResponseContext response) {
    try {
      byte[] body = response.getEntityStream().readAllBytes();
      stage.saw(response.getStatus() + " " + new String(body, StandardCharsets.UTF_8));
      response.setEntityStream(new ByteArrayInputStream(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
