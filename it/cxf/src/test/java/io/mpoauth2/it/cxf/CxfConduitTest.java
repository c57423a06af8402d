package io.mpoauth2.it.cxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.jaxrs.client.WebClient;
import org.apache.cxf.message.Message;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is the transport's in a second request of CXF, on both of its conduits. */
@Timeout(30)
class CxfConduitTest {
  private final List<AutoCloseable> open = new ArrayList<>();

  /** CXF's transports. */
  enum Conduit {
    HTTP_CLIENT(false),
    URL_CONNECTION(true);

    private final boolean forced;

    Conduit(boolean forced) {
      this.forced = forced;
    }

    void use(Client client) {
      client.property("force.urlconnection.http.conduit", forced);
    }
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void transport_is_the_one_of_the_first_request(Conduit conduit) throws IOException {
    RefusingApi api = opened(RefusingApi.start());

    assertAccepted(call(client(conduit, api), api).get());

    assertSame(api, 2);
    // What only java.net.http says.
    assertThat(api.arrived().get(1).headers().containsKey("Http2-settings"))
        .isEqualTo(conduit == Conduit.HTTP_CLIENT);
  }

  @ParameterizedTest
  @EnumSource
  void trust_of_the_user_holds(Conduit conduit, @TempDir java.nio.file.Path directory)
      throws Exception {
    Keys keys = new Keys(directory);
    RefusingApi api = opened(RefusingApi.start(keys.identity()));
    Client client =
        opened(ClientBuilder.newBuilder().trustStore(keys.trusted()).build())
            .register(new BearerTokenFilter(api));
    conduit.use(client);

    assertAccepted(call(client, api).post(Entity.text("hello")));

    assertSame(api, 2);
  }

  @ParameterizedTest
  @EnumSource
  void proxy_of_the_user_is_asked(Conduit conduit) throws IOException {
    RefusingApi proxy = opened(RefusingApi.start());
    Client client = client(conduit, proxy);
    client
        .property("http.proxy.server.uri", "localhost")
        .property("http.proxy.server.port", proxy.port());
    String uri = "http://localhost:1/behind";

    assertAccepted(
        client.target(uri).request().header(RefusingApi.CALL, "1").post(Entity.text("hello")));

    assertSame(proxy, 2);
    assertThat(proxy.arrived().get(1).uri()).isEqualTo(uri);
  }

  @ParameterizedTest
  @EnumSource
  void timeout_of_the_client_holds(Conduit conduit) throws IOException {
    RefusingApi api = opened(RefusingApi.start());
    api.hangBeforeAccepting();
    Client client = client(conduit, api);
    client.property("http.receive.timeout", 500);
    Invocation.Builder call = call(client, api);

    assertThatThrownBy(() -> call.post(Entity.text("hello")))
        .isInstanceOf(ProcessingException.class);
    assertSame(api, 2);
  }

  @ParameterizedTest
  @EnumSource
  void timeout_of_the_invocation_holds(Conduit conduit) throws IOException {
    RefusingApi api = opened(RefusingApi.start());
    api.hangBeforeAccepting();
    Invocation.Builder call = call(client(conduit, api), api);
    WebClient.getConfig(call).getRequestContext().put(Message.RECEIVE_TIMEOUT, "500");

    assertThatThrownBy(() -> call.post(Entity.text("hello")))
        .isInstanceOf(ProcessingException.class);
    assertSame(api, 2);
  }

  @ParameterizedTest
  @EnumSource
  void filter_on_client_and_target_acts_once(Conduit conduit) throws IOException {
    RefusingApi api = opened(RefusingApi.start());
    WebTarget target = client(conduit, api).target(api.uri()).register(new BearerTokenFilter(api));

    assertAccepted(target.request().header(RefusingApi.CALL, "1").post(Entity.text("hello")));

    assertSame(api, 2);
  }

  @ParameterizedTest
  @EnumSource
  void other_filters_see_nothing_of_the_first_answer(Conduit conduit) throws IOException {
    RefusingApi api = opened(RefusingApi.start());
    List<String> seen = new ArrayList<>();
    ClientResponseFilter looking =
        (request, response) ->
            seen.add(
                response.getStatus()
                    + " "
                    + response.getStatusInfo().getReasonPhrase()
                    + " "
                    + response.getLength()
                    + " "
                    + response.getMediaType()
                    + " "
                    + response.getHeaderString("Content-Length")
                    + " "
                    + response.getHeaders().getFirst("Content-Length"));

    assertAccepted(call(client(conduit, api).register(looking), api).get());

    assertThat(seen).containsExactly("200 OK 8 text/plain 8 8");
  }

  @ParameterizedTest
  @EnumSource
  void body_that_its_writer_closes_is_whole(Conduit conduit) throws IOException {
    RefusingApi api = opened(RefusingApi.start());
    WriterInterceptor closing =
        context -> {
          context.proceed();
          context.getOutputStream().close();
        };

    assertAccepted(
        call(client(conduit, api).register(closing), api)
            .post(Entity.text("0123456789".repeat(1_000))));

    assertSame(api, 2);
    assertThat(api.arrived().get(1).body()).hasSize(10_000);
  }

  /**
   * CXF itself says so, or sends no chunk: with java.net.http a race that it nearly always wins.
   */
  @ParameterizedTest
  @EnumSource
  void body_without_a_byte_has_a_length(Conduit conduit) throws IOException {
    RefusingApi api = opened(RefusingApi.start());
    StreamingOutput nothing = out -> {};

    assertAccepted(call(client(conduit, api), api).post(Entity.text(nothing)));

    assertThat(api.arrived()).hasSize(2);
    assertThat(api.arrived().get(1).headers()).containsEntry("Content-length", List.of("0"));
  }

  /** CXF gives no stream for it. */
  @ParameterizedTest
  @EnumSource
  void second_202_without_a_body_is_like_a_first_one(Conduit conduit) throws IOException {
    RefusingApi api = opened(RefusingApi.start());
    api.acceptWithoutBody(202);
    Client client = client(conduit, api);

    List<Object> seen = new ArrayList<>();
    for (String each : List.of("401 before", "none before")) {
      try (Response response = call(client, api).get()) {
        seen.add(response.getStatus() + " " + response.hasEntity() + " " + response.getEntity());
        assertThatThrownBy(() -> response.readEntity(String.class))
            .as(each)
            .isInstanceOf(IllegalStateException.class);
      }
    }

    assertThat(api.arrived()).hasSize(3);
    assertThat(seen.get(0)).isEqualTo(seen.get(1));
  }

  @ParameterizedTest
  @EnumSource
  void body_whose_writer_fails_is_never_accepted(Conduit conduit) throws IOException {
    RefusingApi api = opened(RefusingApi.start());
    StreamingOutput failing =
        out -> {
          try (out) {
            out.write("short".getBytes(StandardCharsets.UTF_8));
            throw new IOException("there is no more");
          }
        };
    Invocation.Builder call = call(client(conduit, api), api);

    assertThatThrownBy(() -> call.post(Entity.text(failing)))
        .isInstanceOf(ProcessingException.class);
    assertThat(api.arrived()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void header_that_comes_behind_the_body_is_not_made_up(Conduit conduit) throws IOException {
    RefusingApi api = opened(RefusingApi.start());
    WriterInterceptor late =
        context -> {
          context.proceed();
          context.getHeaders().putSingle("X-Late", "1");
        };

    try (Response response =
        call(client(conduit, api).register(late), api)
            .post(Entity.text("0123456789".repeat(1_000)))) {
      assertThat(response.getStatus()).isEqualTo(401);
    }
    assertSame(api, 1);
  }

  @ParameterizedTest
  @EnumSource
  void interceptors_of_cxfs_own_kind_decline(Conduit conduit) throws IOException {
    RefusingApi api = opened(RefusingApi.start());
    Client client = client(conduit, api).register(new Watching());

    try (Response response = call(client, api).get()) {
      assertThat(response.getStatus()).isEqualTo(401);
      assertThat(response.readEntity(String.class)).isEqualTo("refused");
    }
    assertSame(api, 1);
  }

  @ParameterizedTest
  @EnumSource
  void refusal_that_does_not_end_comes_as_far_as_it_came(Conduit conduit) throws IOException {
    RefusingApi api = opened(RefusingApi.start());
    api.refuseInPart();

    try (Response response = call(client(conduit, api), api).get()) {
      assertThat(response.getStatus()).isEqualTo(401);
      assertThat(response.readEntity(String.class)).isEqualTo("ref");
      assertSame(api, 1);
      api.close();
    }
  }

  /** The second call takes as long as CXF would need to send the first one over and over. */
  @ParameterizedTest
  @EnumSource
  void request_without_a_body_whose_time_is_over_is_not_sent_a_third_time(Conduit conduit)
      throws IOException {
    RefusingApi api = opened(RefusingApi.start());
    api.hangBeforeAccepting();
    Client client = client(conduit, api);
    client.property("http.receive.timeout", 500);

    for (String call : List.of("1", "2")) {
      Invocation.Builder request = client.target(api.uri()).request().header("X-Call", call);
      assertThatThrownBy(() -> request.method("POST")).isInstanceOf(ProcessingException.class);
    }

    assertThat(api.arrived()).hasSize(4);
  }

  /** Such a client has no configuration of Jakarta REST. */
  @Test
  void client_of_cxfs_own_kind_has_its_request_sent_again() throws IOException {
    RefusingApi api = opened(RefusingApi.start());
    WebClient client =
        WebClient.create(api.uri(), List.of(new BearerTokenFilter(api)))
            .type("text/plain")
            .header(RefusingApi.CALL, "1");
    open.add(0, client::close);

    assertAccepted(client.post("hello"));

    assertSame(api, 2);
  }

  @Test
  void filter_with_tokens_of_its_own_keeps_them_on_a_microprofile_client() throws Exception {
    RefusingApi api = opened(RefusingApi.start());

    try (Calls calls =
        RestClientBuilder.newBuilder()
            .baseUri(URI.create(api.uri()))
            .register(new BearerTokenFilter(api))
            .build(Calls.class)) {
      assertThat(calls.get("1")).isEqualTo("accepted");
    }

    assertSame(api, 2);
  }

  /** Says nothing of tokens. */
  @Path("/")
  public interface Calls extends AutoCloseable {
    @GET
    String get(@HeaderParam(RefusingApi.CALL) String call);
  }

  private Client client(Conduit conduit, RefusingApi api) {
    Client client = opened(ClientBuilder.newClient()).register(new BearerTokenFilter(api));
    conduit.use(client);
    return client;
  }

  private static Invocation.Builder call(Client client, RefusingApi api) {
    return client.target(api.uri()).request().header(RefusingApi.CALL, "1");
  }

  /** As many requests, all the same but for the token. */
  private static void assertSame(RefusingApi api, int requests) {
    assertThat(api.arrived()).hasSize(requests);
    assertThat(api.arrived()).containsOnly(api.arrived().get(0));
  }

  private static void assertAccepted(Response response) {
    try (response) {
      assertThat(response.getStatus()).isEqualTo(200);
      assertThat(response.readEntity(String.class)).isEqualTo("accepted");
    }
  }

  private <T> T opened(T part) {
    if (part instanceof AutoCloseable closeable) {
      open.add(0, closeable);
    } else if (part instanceof Client client) {
      open.add(0, client::close);
    }
    return part;
  }
}
