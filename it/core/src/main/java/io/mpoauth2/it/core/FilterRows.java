package io.mpoauth2.it.core;

import io.mpoauth2.it.core.api.Calls;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Filters and interceptors as people have them. */
interface FilterRows extends Rows {
  @Test
  default void filter_that_needs_a_header_of_the_caller() {
    ClientRequestFilter copying =
        request -> request.getHeaders().add("X-Copy", "of " + request.getHeaderString("X-Caller"));
    assertSame(
        stage -> stage.watched().with(copying).arrivingWith("X-Copy", "of me"),
        calls -> calls.getAs("me"));
  }

  @Test
  default void property_of_the_client_that_a_filter_reads() {
    assertSame(
        stage -> {
          ClientRequestFilter reading =
              request ->
                  stage.saw("property " + request.getConfiguration().getProperty("of-client"));
          stage.having("of-client", "1").with(reading).showing("property 1");
        },
        Calls::get);
  }

  @Test
  default void filters_that_pair_request_and_response() {
    assertSame(
        stage -> stage.with(new PairingFilter(stage)).showing("answer 200 true"), Calls::get);
  }

  @Test
  default void filter_that_keeps_an_object_in_the_request() {
    assertSame(
        stage -> {
          ClientRequestFilter keeping = request -> request.setProperty("mine", stage);
          ClientResponseFilter taking =
              (request, response) -> stage.saw("mine " + (request.getProperty("mine") == stage));
          stage.with(keeping).with(taking).showing("mine true");
        },
        Calls::get);
  }

  @Test
  default void filter_behind_ours_that_adds_a_header() {
    assertSame(
        stage ->
            stage.watched().withBehind(new AddingFilter("X-Behind")).arrivingWith("X-Behind", "1"),
        calls -> calls.post("hello"));
  }

  @Test
  default void logging_filter_that_reads_the_answer_and_puts_it_back() {
    assertSame(
        stage -> {
          ClientResponseFilter logging = (request, response) -> readAndPutBack(stage, response);
          stage.with(logging).showing("200 " + LoopbackApi.ACCEPTED);
        },
        Calls::get);
  }

  @Test
  default void response_filter_that_adds_a_header() {
    ClientResponseFilter changing =
        (request, response) ->
            response.getHeaders().add("X-Changed", "from " + response.getStatus());
    assertSame(stage -> stage.watched().with(changing), Calls::get);
  }

  @Test
  default void writer_interceptor_that_looks_on() {
    assertSame(
        stage -> {
          WriterInterceptor watching =
              context -> {
                stage.saw("written");
                context.proceed();
              };
          stage.watched().with(watching).showing("written").arrivingAs("hello");
        },
        calls -> calls.post("hello"));
  }

  @Test
  default void encryption_and_digest_of_the_body_and_decryption_of_the_answer() {
    assertSame(
        stage -> {
          String digest =
              ReversingInterceptor.digest("olleh".getBytes(StandardCharsets.ISO_8859_1));
          stage
              .with(new ReversingInterceptor())
              .arrivingAs("olleh")
              .arrivingWith("X-Digest", digest);
          stage.api().encodeAnswers("", ReversingInterceptor::reversed);
        },
        calls -> calls.post("hello"));
  }

  @Test
  default void gzip_of_body_and_answer() {
    assertSame(
        stage -> {
          String zipped =
              new String(
                  GzipInterceptor.zipped("hello".getBytes(StandardCharsets.ISO_8859_1)),
                  StandardCharsets.ISO_8859_1);
          stage
              .with(new GzipInterceptor())
              .arrivingWith("Content-Encoding", GzipInterceptor.GZIP)
              .arrivingAs(zipped);
          stage.api().encodeAnswers(GzipInterceptor.GZIP, GzipInterceptor::zipped);
        },
        calls -> calls.post("hello"));
  }

  @Test
  default void stream_replaced_before_ours() {
    assertSame(
        stage -> stage.with(new ShiftingFilter()).arrivingAs("ifmmp"),
        calls -> calls.post("hello"));
  }

  @Test
  default void stream_replaced_behind_ours() {
    assertSame(
        stage -> stage.withBehind(new ShiftingFilter()).arrivingAs("ifmmp"),
        calls -> calls.post("hello"));
  }

  @Test
  default void entity_replaced_before_ours() {
    assertSame(
        stage -> stage.watched().with(wrapping()).arrivingAs("<hello>"),
        calls -> calls.post("hello"));
  }

  @Test
  default void entity_replaced_behind_ours() {
    assertSame(
        stage -> stage.watched().withBehind(wrapping()).arrivingAs("<hello>"),
        calls -> calls.post("hello"));
  }

  private static ClientRequestFilter wrapping() {
    return request -> request.setEntity("<" + request.getEntity() + ">");
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
