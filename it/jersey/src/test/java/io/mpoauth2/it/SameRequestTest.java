package io.mpoauth2.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.it.WireApi.Arrived;
import io.mpoauth2.it.core.LogLines;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.RequestEntityProcessing;
import org.glassfish.jersey.message.GZipEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The second request is the first one, on each of Jersey's connectors. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class SameRequestTest {
  private static final int BEHIND = Priorities.USER + 2000;

  private final WireApi api = new WireApi();
  private Client client;

  @AfterEach
  void close() throws IOException {
    if (client != null) {
      client.close();
    }
    api.close();
  }

  @ParameterizedTest
  @EnumSource
  void headers_and_properties_of_target_and_invocation_are_on_both(Transport transport) {
    List<Object> seen = new CopyOnWriteArrayList<>();
    ClientRequestFilter adding = request -> request.getHeaders().add("X-Of-Target", "1");
    ClientRequestFilter needing = request -> seen.add(request.getProperty("mine"));
    WebTarget target =
        open(transport)
            .target(api.uri())
            .register(new BearerTokenFilter(new NumberedTokens()))
            .register(adding)
            .register(needing);

    assertSentAgainWithBody(
        transport,
        () ->
            target
                .request("text/plain")
                .header("X-Of-Invocation", "1")
                .header("X-Twice", "1")
                .header("X-Twice", "2")
                .cookie("mine", "1")
                .property("mine", "of the invocation")
                .post(Entity.text("hello")));

    assertThat(seen).containsExactly("of the invocation");
    assertThat(api.arrived().get(0).headers())
        .contains("x-of-target: 1", "x-of-invocation: 1", "accept: text/plain");
  }

  @ParameterizedTest
  @EnumSource
  void request_without_a_body_is_sent_again(Transport transport) {
    Client users = openWithFilter(transport);

    assertSentAgain(() -> users.target(api.uri()).request().delete());
  }

  /** Such an entity has a length, which would not be known the second time. */
  @Test
  void entity_that_apaches_connector_sends_in_its_own_way_declines() {
    Client users = openWithFilter(Transport.APACHE_5);

    assertDeclined(
        "token-2",
        () -> users.target(api.uri()).request().post(Entity.text(new StringEntity("hello"))),
        "Apache's connector");
  }

  /** Jersey refuses to send it otherwise. */
  @ParameterizedTest
  @EnumSource
  void put_without_a_body_that_only_the_invocation_allows(Transport transport) {
    Client users = openWithFilter(transport);

    assertSentAgain(
        () ->
            users
                .target(api.uri())
                .request()
                .property(ClientProperties.SUPPRESS_HTTP_COMPLIANCE_VALIDATION, true)
                .method("PUT"));
  }

  @ParameterizedTest
  @EnumSource
  void interceptor_that_seals_the_body_and_opens_the_answer_runs_once(Transport transport) {
    Client users = openWithFilter(transport).register(new Reversing());
    api.encodeAnswers("", Reversing::reversed);

    assertSentAgainWithBody(transport, () -> post(users));

    assertThat(api.arrived().get(0).body()).isEqualTo("olleh");
    if (transport.sendsHeadersOfInterceptors()) {
      assertThat(api.arrived().get(0).headers()).contains("x-digest: of-5");
    }
  }

  @ParameterizedTest
  @EnumSource
  void gzip_is_undone_once(Transport transport) {
    Client users = openWithFilter(transport).register(GZipEncoder.class);
    api.encodeAnswers("gzip", SameRequestTest::zipped);

    assertSentAgain(() -> users.target(api.uri()).request().acceptEncoding("gzip").get());
  }

  @ParameterizedTest
  @EnumSource
  void stream_that_a_filter_behind_ours_replaces_is_replaced_once(Transport transport) {
    Client users = openWithFilter(transport).register(new Shifting(), BEHIND);

    assertSentAgainWithBody(transport, () -> post(users));

    assertThat(api.arrived().get(0).body()).isEqualTo("ifmmp");
  }

  @ParameterizedTest
  @EnumSource
  void stream_that_a_filter_before_ours_replaces_is_replaced_once(Transport transport) {
    Client users = openWithFilter(transport).register(new Shifting(), Priorities.USER);

    assertSentAgainWithBody(transport, () -> post(users));

    assertThat(api.arrived().get(0).body()).isEqualTo("ifmmp");
  }

  @ParameterizedTest
  @EnumSource
  void stream_that_can_be_read_once_is_sent_again(Transport transport) {
    Client users = openWithFilter(transport);
    String text = "0123456789".repeat(5_000);

    assertSentAgainWithBody(
        transport,
        () ->
            users
                .target(api.uri())
                .request()
                .post(
                    Entity.text(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))));

    assertThat(api.arrived().get(0).body()).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource
  void way_in_which_a_body_is_framed_stays(Transport transport) {
    Client users = openWithFilter(transport);
    for (RequestEntityProcessing way : RequestEntityProcessing.values()) {
      api.forgetRequests();
      WebTarget target =
          users.target(api.uri()).property(ClientProperties.REQUEST_ENTITY_PROCESSING, way);

      assertSentAgainWithBody(
          transport,
          "token-" + (2 + way.ordinal()),
          () -> target.request().post(Entity.text("x".repeat(20_000))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void response_filters_see_the_final_answer_once(Transport transport) {
    List<Integer> seen = new CopyOnWriteArrayList<>();
    ClientResponseFilter counting = (request, response) -> seen.add(response.getStatus());
    Client users = openWithFilter(transport).register(counting);

    assertSentAgain(() -> users.target(api.uri()).request().get());

    assertThat(seen).containsExactly(200);
  }

  @ParameterizedTest
  @EnumSource
  void time_out_of_the_target_holds_for_the_second_request(Transport transport) {
    client = transport.newClient().register(new BearerTokenFilter(new NumberedTokens()));
    CountDownLatch over = new CountDownLatch(1);
    api.accept("token-2");
    api.answerWith(
        exchange -> {
          if (exchange.isAcceptable()) {
            over.await();
          } else {
            exchange.answerByToken();
          }
        });
    WebTarget target = client.target(api.uri()).property(ClientProperties.READ_TIMEOUT, 1_000);

    // Else it would wait for ever.
    assertThatThrownBy(() -> target.request().get()).isInstanceOf(ProcessingException.class);

    over.countDown();
  }

  @ParameterizedTest
  @EnumSource
  void answer_of_another_filter_is_left_alone(Transport transport) {
    ClientRequestFilter answering = request -> request.abortWith(Response.status(401).build());
    Client users = openWithFilter(transport).register(answering, BEHIND);

    Response answer = users.target(api.uri()).request().get();

    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(api.arrived()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void asynchronous_call_is_sent_again_or_has_its_401_at_once(Transport transport) {
    Client users = openWithFilter(transport);
    Supplier<Response> call =
        () ->
            users
                .target(api.uri())
                .request()
                .rx()
                .post(Entity.text("hello"))
                .toCompletableFuture()
                .orTimeout(2, TimeUnit.SECONDS)
                .join();

    if (transport.mayWaitWhenAsynchronous()) {
      assertSentAgain(call);
    } else {
      assertDeclined("token-2", call, "the transport's");
    }
  }

  /** Some tell whether they followed a redirect, with the others nothing that matters is sent. */
  @ParameterizedTest
  @EnumSource
  void request_that_was_accepted_before_a_redirect_is_not_sent_again(Transport transport) {
    Client users = openWithFilter(transport);
    users.property(ClientProperties.FOLLOW_REDIRECTS, true);
    AtomicBoolean accepted = new AtomicBoolean();
    api.answerWith(
        exchange -> {
          exchange.readBody();
          if (accepted.compareAndSet(false, true)) {
            exchange.send("303 See Other", "Location: " + api.uri() + "\r\n", "");
          } else {
            exchange.refuse();
          }
        });

    Response answer = users.target(api.uri()).queryParam("first", 1).request().delete();

    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(api.arrived()).hasSize(2);
    assertThat(api.arrived()).filteredOn(each -> each.line().contains("first")).hasSize(1);
  }

  /**
   * As after a POST of something new to the list that is then shown. Apache's connector goes no
   * further with a POST, the others do not tell.
   */
  @ParameterizedTest
  @CsvSource({"HTTP_URL_CONNECTION, POST", "APACHE_5, DELETE"})
  void request_that_was_accepted_before_a_redirect_to_its_own_address_is_not_sent_again(
      Transport transport, String method) {
    Client users = openWithFilter(transport);
    api.answerWith(
        exchange -> {
          exchange.readBody();
          if (exchange.isOf(method)) {
            exchange.send("303 See Other", "Location: " + api.uri() + "\r\n", "");
          } else {
            exchange.refuse();
          }
        });

    Response answer = users.target(api.uri()).request().method(method);

    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(api.arrived())
        .extracting(each -> each.line().split(" ")[0])
        .containsExactly(method, "GET");
  }

  @ParameterizedTest
  @EnumSource
  void second_401_is_the_callers(Transport transport) {
    Client users = openWithFilter(transport);
    api.accept("nothing");

    Response answer = users.target(api.uri()).request().get();

    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.readEntity(String.class)).isEqualTo(WireApi.REFUSED);
    assertSame(api.arrived());
  }

  @ParameterizedTest
  @EnumSource
  void second_answer_without_a_body_has_none(Transport transport) {
    Client users = openWithFilter(transport);
    api.accept("token-2");
    api.answerWith(
        exchange -> {
          exchange.readBody();
          if (exchange.isAcceptable()) {
            exchange.write("HTTP/1.1 204 No Content\r\nX-Mine: 1\r\n\r\n");
          } else {
            exchange.refuse();
          }
        });

    Response answer = users.target(api.uri()).request().get();

    assertThat(answer.getStatus()).isEqualTo(204);
    assertThat(answer.hasEntity()).isFalse();
    assertThat(answer.getMediaType()).isNull();
    assertThat(answer.getHeaderString("X-Mine")).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource
  void second_request_without_an_answer_fails_and_is_no_401(Transport transport) {
    Client users = openWithFilter(transport);
    api.accept("token-2");
    api.answerWith(
        exchange -> {
          exchange.readBody();
          if (exchange.isAcceptable()) {
            throw new IOException("cut");
          }
          exchange.refuse();
        });

    assertThatThrownBy(() -> users.target(api.uri()).request().get())
        .isInstanceOf(ProcessingException.class);
  }

  /** Jetty's connector has read an answer before anybody sees it, and keeps to itself how far. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "JETTY")
  void first_answer_that_does_not_end_is_the_callers_with_what_came(Transport transport) {
    Client users = openWithFilter(transport);
    CountDownLatch over = new CountDownLatch(1);
    api.accept("token-2");
    api.answerWith(
        exchange -> {
          exchange.readBody();
          exchange.write(
              "HTTP/1.1 401 Unauthorized\r\n"
                  + WireApi.CHALLENGE
                  + "Content-Type: text/plain\r\nContent-Length: 1000\r\n\r\nbegun");
          over.await();
        });
    WebTarget target = users.target(api.uri());

    Response answer = target.request().get();

    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.readEntity(String.class)).isEqualTo("begun");
    over.countDown();
    assertThat(api.arrived()).hasSize(1);
  }

  /** Netty's connector would have its caller wait for ever, with or without a token. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NETTY")
  void body_that_breaks_off_is_not_sent_again(Transport transport) {
    Client users = openWithFilter(transport);
    api.accept("token-2");

    assertThatThrownBy(() -> users.target(api.uri()).request().post(Entity.text(breaking())))
        .isInstanceOf(Exception.class);

    assertThat(api.arrived()).hasSizeLessThan(2);
    assertThat(api.accepted()).isEmpty();
  }

  /** What becomes of the call itself is the connector's affair: some give the 401. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NETTY")
  void body_of_an_asynchronous_call_that_breaks_off_is_not_sent_again(Transport transport)
      throws Exception {
    Client users = openWithFilter(transport);
    api.accept("token-2");
    CountDownLatch ended = new CountDownLatch(1);

    users
        .target(api.uri())
        .request()
        .rx()
        .post(Entity.text(breaking()))
        .whenComplete((answer, failure) -> ended.countDown());
    ended.await();

    assertThat(api.arrived()).hasSizeLessThan(2);
    assertThat(api.accepted()).isEmpty();
  }

  private static StreamingOutput breaking() {
    return out -> {
      out.write("half".getBytes(StandardCharsets.ISO_8859_1));
      throw new IllegalStateException("no more");
    };
  }

  private Client open(Transport transport) {
    // So that a fault is a failure and not a halt.
    client = transport.newClient().property(ClientProperties.READ_TIMEOUT, 3_000);
    return client;
  }

  private Client openWithFilter(Transport transport) {
    return open(transport).register(new BearerTokenFilter(new NumberedTokens()));
  }

  private Response post(Client users) {
    return users.target(api.uri()).request().post(Entity.text("hello"));
  }

  private void assertSentAgain(Supplier<Response> call) {
    assertSentAgain("token-2", call);
  }

  private void assertSentAgain(String good, Supplier<Response> call) {
    api.accept(good);

    try (LogLines log = LogLines.open()) {
      Response answer = call.get();

      assertThat(answer.getStatus()).as(log.warnings()::toString).isEqualTo(200);
      assertThat(answer.readEntity(String.class)).isEqualTo(WireApi.ACCEPTED);
      assertThat(log.warnings()).isEmpty();
    }
    assertSame(api.arrived());
  }

  private void assertSentAgainWithBody(Transport transport, Supplier<Response> call) {
    assertSentAgainWithBody(transport, "token-2", call);
  }

  private void assertSentAgainWithBody(Transport transport, String good, Supplier<Response> call) {
    if (transport.takesSecondBodies()) {
      assertSentAgain(good, call);
    } else {
      assertDeclined(good, call, "takes no second body");
    }
  }

  private static void assertSame(List<Arrived> arrived) {
    assertThat(arrived).hasSize(2);
    assertThat(arrived.get(1).withoutToken()).isEqualTo(arrived.get(0).withoutToken());
    assertThat(arrived.get(1).authorization()).isNotEqualTo(arrived.get(0).authorization());
  }

  private void assertDeclined(String good, Supplier<Response> call, String why) {
    api.accept(good);

    try (LogLines log = LogLines.open()) {
      Response answer = call.get();

      assertThat(answer.getStatus()).isEqualTo(401);
      assertThat(answer.readEntity(String.class)).isEqualTo(WireApi.REFUSED);
      assertThat(log.warnings()).singleElement().asString().contains(why);
    }
    assertThat(api.arrived()).hasSize(1);
  }

  private static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(all)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toByteArray();
  }

  /** Replaces the stream: what is written is the next letter. */
  private static final class Shifting implements ClientRequestFilter, ClientResponseFilter {
    @Override
    public void filter(ClientRequestContext request) {
      request.setEntityStream(
          new FilterOutputStream(request.getEntityStream()) {
            @Override
            public void write(int b) throws IOException {
              out.write(b + 1);
            }
          });
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
      // So that it is both, as such filters are.
    }
  }
}
