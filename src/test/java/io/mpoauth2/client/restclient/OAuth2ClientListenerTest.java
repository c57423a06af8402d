package io.mpoauth2.client.restclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.jaxrs.OriginNotAllowedException;
import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.FakeAuthorizationServer;
import io.mpoauth2.client.testing.Identity;
import io.mpoauth2.client.testing.NumberedTokens;
import io.mpoauth2.client.testing.RegisteredConfig;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** MicroProfile REST clients of RESTEasy, without CDI. */
public class OAuth2ClientListenerTest {
  private static final String CLIENT = "oauth2.client.signicat.";

  private final FakeApi api = new FakeApi();
  private final FakeAuthorizationServer server = new FakeAuthorizationServer();
  private final RegisteredConfig config =
      new RegisteredConfig()
          .set(CLIENT + "token-endpoint", server.tokenEndpoint().toString())
          .set(CLIENT + "client-id", "id")
          .set(CLIENT + "client-secret", "s3cret");

  @AfterEach
  void close() {
    config.close();
    server.close();
    api.close();
  }

  public interface Calls {
    @GET
    @Path("/value")
    String value();

    @GET
    @Path("/answer")
    Response answer(@QueryParam("q") String query, @HeaderParam("X-Mine") String header);

    @POST
    @Path("/nothing")
    void nothing();

    @POST
    @Path("/text")
    @Consumes("text/plain")
    String text(String body);

    @POST
    @Path("/bytes")
    @Consumes("application/octet-stream")
    String bytes(byte[] body);

    @POST
    @Path("/form")
    @Consumes("application/x-www-form-urlencoded")
    String form(@FormParam("a") String a, @FormParam("b") String b);

    @POST
    @Path("/json")
    @Consumes("application/json")
    String json(Map<String, Integer> body);

    @GET
    @Path("/later")
    CompletionStage<String> later();
  }

  @OAuth2Client("signicat")
  public interface Annotated extends Calls {}

  @OAuth2Client(
      value = "signicat",
      scope = {"a b", "c"})
  public interface WithScope extends Calls {}

  public interface Plain extends Calls {}

  @RegisterRestClient(configKey = "by-key")
  public interface Generated extends Calls {}

  @RegisterProvider(BearerTokenFilter.class)
  public interface ByProvider extends Calls {}

  @OAuth2Client("signicat")
  @RegisterProvider(BearerTokenFilter.class)
  public interface Twice extends Calls {}

  @OAuth2Client("signicat")
  @ClientHeaderParam(name = "Authorization", value = "Basic mine")
  public interface OwnHeader {
    @GET
    @Path("/value")
    String value();
  }

  @Test
  void annotated_interface_gets_a_token() {
    build(Annotated.class).value();

    assertThat(api.tokens()).containsExactly("Bearer token-1");
  }

  @Test
  void interface_without_any_sign_gets_none() {
    build(Plain.class).value();

    assertThat(api.tokens()).containsOnlyNulls();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void scope_of_the_annotation_is_asked_for() {
    config.set(CLIENT + "scope", "configured");

    build(WithScope.class).value();

    assertThat(server.requests().get(0).body())
        .isEqualTo("grant_type=client_credentials&scope=a+b+c");
  }

  @Test
  void property_with_config_key_opts_in() {
    config.set("by-key/mp-rest/oauth2-client", "signicat");

    build(Generated.class).value();

    assertThat(api.tokens()).containsExactly("Bearer token-1");
  }

  @Test
  void property_with_interface_name_opts_in_and_wins() {
    config.set("by-key/mp-rest/oauth2-client", "nobody");
    config.set(Generated.class.getName() + "/mp-rest/oauth2-client", "signicat");

    build(Generated.class).value();

    assertThat(api.tokens()).containsExactly("Bearer token-1");
  }

  @Test
  void property_wins_over_annotation() {
    config.set(Annotated.class.getName() + "/mp-rest/oauth2-client", "other");
    config.set("oauth2.client.other.token-endpoint", server.tokenEndpoint().toString());
    config.set("oauth2.client.other.client-id", "other-id");
    config.set("oauth2.client.other.client-secret", "x");

    build(Annotated.class).value();

    assertThat(server.requests().get(0).header("authorization"))
        .isEqualTo("Basic b3RoZXItaWQ6eA==");
  }

  @Test
  void registered_provider_means_the_default_client() {
    config.set("oauth2.client.default.token-endpoint", server.tokenEndpoint().toString());
    config.set("oauth2.client.default.client-id", "id");
    config.set("oauth2.client.default.client-secret", "x");

    build(ByProvider.class).value();
    builder().register(BearerTokenFilter.class).build(Plain.class).value();

    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void registered_provider_takes_the_client_of_the_property() {
    config.set(ByProvider.class.getName() + "/mp-rest/oauth2-client", "signicat");

    build(ByProvider.class).value();

    assertThat(api.tokens()).containsExactly("Bearer token-1");
  }

  @Test
  void registered_twice_it_acts_once() {
    api.alwaysAnswers(Answer.unauthorized("Bearer"));

    assertThatThrownBy(() -> build(Twice.class).value())
        .isInstanceOfSatisfying(
            WebApplicationException.class,
            e -> assertThat(e.getResponse().getStatus()).isEqualTo(401));

    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void authorization_of_the_caller_stays_and_is_not_retried() {
    api.alwaysAnswers(Answer.unauthorized("Bearer"));

    Throwable thrown = catchThrowable(() -> build(OwnHeader.class).value());

    assertThat(thrown).isInstanceOf(WebApplicationException.class);
    assertThat(api.tokens()).containsExactly("Basic mine");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void authorization_of_a_later_filter_stays_and_is_not_retried() {
    api.alwaysAnswers(Answer.unauthorized("Bearer"));
    ClientRequestFilter later =
        request -> request.getHeaders().putSingle("Authorization", "Basic late");

    Throwable thrown =
        catchThrowable(() -> builder().register(later, 9000).build(Annotated.class).value());

    assertThat(thrown).isInstanceOf(WebApplicationException.class);
    assertThat(api.tokens()).containsExactly("Basic late");
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        call("value", client -> assertThat(client.value()).isEqualTo("fine")),
        call("void", Annotated::nothing),
        call("text body", client -> assertThat(client.text("hello é")).isEqualTo("fine")),
        call("bytes", client -> assertThat(client.bytes(new byte[] {1, 2})).isEqualTo("fine")),
        call("form", client -> assertThat(client.form("a b", "&")).isEqualTo("fine")),
        call("json", client -> assertThat(client.json(Map.of("a", 1))).isEqualTo("fine")),
        call(
            "stage",
            client ->
                assertThat(client.later().toCompletableFuture())
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo("fine")),
        call(
            "response",
            client -> {
              try (Response answer = client.answer("a b&c", "mine")) {
                assertThat(answer.getStatus()).isEqualTo(200);
                assertThat(answer.readEntity(String.class)).isEqualTo("fine");
                assertThat(answer.getHeaderString("X-Answer")).isNull();
              }
            }));
  }

  private static Arguments call(String name, Consumer<Annotated> call) {
    return Arguments.of(Named.of(name, call));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void after_a_401_the_same_request_is_sent_once_more(Consumer<Annotated> call) {
    api.answers(Answer.unauthorized("Bearer error=\"invalid_token\""));

    call.accept(build(Annotated.class));

    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-2");
    FakeApi.Received first = api.requests().get(0);
    FakeApi.Received second = api.requests().get(1);
    first.headers().remove("authorization");
    second.headers().remove("authorization");
    assertThat(second).isEqualTo(first);
  }

  @Test
  void exception_mapper_and_other_response_filters_see_the_final_answer_only() {
    List<String> seen = new CopyOnWriteArrayList<>();
    ClientResponseFilter filter =
        (ClientRequestContext request, ClientResponseContext response) ->
            seen.add("filter " + response.getStatus());
    ResponseExceptionMapper<IllegalStateException> mapper =
        response -> {
          seen.add("mapper " + response.getStatus() + " " + response.readEntity(String.class));
          return new IllegalStateException("mapped");
        };
    api.answers(Answer.unauthorized("Bearer"), Answer.of(500, "broken"));
    Annotated client = builder().register(filter).register(mapper, 1).build(Annotated.class);

    assertThatThrownBy(client::value).hasMessage("mapped");

    assertThat(seen).containsExactly("filter 500", "mapper 500 broken");
  }

  @Test
  void bad_settings_fail_when_the_client_is_built_and_all_are_named() {
    config.set(CLIENT + "client-authentication", "none").set(CLIENT + "replay-buffer", "much");

    assertThatThrownBy(() -> build(Annotated.class))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(CLIENT + "client-authentication")
        .hasMessageContaining(CLIENT + "replay-buffer")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void without_a_token_the_request_is_not_sent() {
    server.answers(Answer.of(400, "{\"error\":\"invalid_client\"}"), Answer.of(503, ""));

    assertThatThrownBy(() -> build(Annotated.class).value())
        .hasCauseInstanceOf(TokenRefusedException.class);
    assertThatThrownBy(() -> build(Annotated.class).value())
        .hasCauseInstanceOf(TokenUnavailableException.class);

    assertThat(api.requests()).isEmpty();
  }

  @Test
  void call_to_an_origin_that_is_not_allowed_is_not_sent() {
    config.set(CLIENT + "allowed-origins", "https://api.signicat.io");

    assertThatThrownBy(() -> build(Annotated.class).value())
        .hasCauseInstanceOf(OriginNotAllowedException.class)
        .hasMessageContaining(api.uri().toString())
        .hasMessageContaining(CLIENT + "allowed-origins");

    assertThat(api.requests()).isEmpty();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void token_does_not_go_over_http_to_another_host() {
    ClientRequestFilter elsewhere =
        request -> request.setUri(java.net.URI.create("http://api.example/"));

    assertThatThrownBy(() -> builder().register(elsewhere).build(Annotated.class).value())
        .hasCauseInstanceOf(OriginNotAllowedException.class)
        .hasMessageContaining("http://api.example");
  }

  @Test
  void resend_has_the_read_timeout_of_the_users_client() {
    api.answers(Answer.unauthorized("Bearer"), Answer.never());
    Annotated client = builder().readTimeout(300, TimeUnit.MILLISECONDS).build(Annotated.class);

    assertThatThrownBy(() -> client.text("x"))
        .isInstanceOf(ProcessingException.class)
        .hasRootCauseInstanceOf(SocketTimeoutException.class);

    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void resend_has_the_trust_store_of_the_users_client() throws Exception {
    Identity certificate = Identity.selfSigned();
    try (FakeApi tls = FakeApi.overTls(certificate.server())) {
      tls.answers(Answer.unauthorized("Bearer"));
      Annotated client =
          RestClientBuilder.newBuilder()
              .baseUri(tls.uri())
              .trustStore(certificate.trust())
              .build(Annotated.class);

      assertThat(client.value()).isEqualTo("fine");

      assertThat(tls.tokens()).containsExactly("Bearer token-1", "Bearer token-2");
      assertThatThrownBy(
              () ->
                  RestClientBuilder.newBuilder().baseUri(tls.uri()).build(Annotated.class).value())
          .hasRootCauseInstanceOf(java.security.GeneralSecurityException.class);
    }
  }

  @Test
  void building_a_client_asks_for_no_token_so_that_a_dead_server_fails_no_deployment() {
    server.close();

    Annotated client = build(Annotated.class);

    assertThat(client).isNotNull();
  }

  @Test
  void each_try_of_a_retrying_caller_costs_no_more_than_one_replacement_per_span() {
    api.alwaysAnswers(Answer.unauthorized("Bearer"));
    Annotated client = build(Annotated.class);

    for (int i = 0; i < 6; i++) {
      assertThatThrownBy(client::value).isInstanceOf(WebApplicationException.class);
    }

    assertThat(server.requests()).hasSize(2);
    assertThat(api.requests()).hasSize(7);
  }

  @Test
  void settings_gone_bad_leave_the_401() {
    Annotated client = build(Annotated.class);
    client.value();
    config.set(CLIENT + "client-authentication", "none");
    api.answers(Answer.unauthorized("Bearer"));

    assertThatThrownBy(client::value)
        .isInstanceOfSatisfying(
            WebApplicationException.class,
            e -> assertThat(e.getResponse().getStatus()).isEqualTo(401));
  }

  @Test
  void retry_that_is_switched_off_leaves_the_401_and_the_token() {
    config.set(CLIENT + "retry-unauthorized", "false");
    api.answers(Answer.unauthorized("Bearer"));
    Annotated client = build(Annotated.class);

    assertThatThrownBy(client::value).isInstanceOf(WebApplicationException.class);

    assertThat(api.requests()).hasSize(1);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void builder_that_made_a_client_with_tokens_makes_one_without() {
    RestClientBuilder builder = builder();

    builder.build(Annotated.class).value();
    builder.build(Plain.class).value();
    builder.build(Annotated.class).value();

    assertThat(api.tokens()).containsExactly("Bearer token-1", null, "Bearer token-2");
  }

  @Test
  void filter_with_its_own_provider_needs_no_settings() {
    BearerTokenFilter filter = new BearerTokenFilter(new NumberedTokens());

    builder().register(filter).build(Plain.class).value();

    assertThat(api.tokens()).containsExactly("Bearer token-1");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void standard_property_registers_the_filter_on_built_clients_too() {
    config
        .set(Plain.class.getName() + "/mp-rest/providers", BearerTokenFilter.class.getName())
        .set(Plain.class.getName() + "/mp-rest/oauth2-client", "signicat");

    build(Plain.class).value();

    assertThat(api.tokens()).containsExactly("Bearer token-1");
  }

  @Test
  void authorization_of_an_ordinary_filter_is_seen_however_ours_is_registered() {
    config.set(ByProvider.class.getName() + "/mp-rest/oauth2-client", "signicat");
    ClientRequestFilter ordinary =
        request -> request.getHeaders().putSingle("Authorization", "Basic mine");

    builder().register(ordinary).build(ByProvider.class).value();
    builder().register(BearerTokenFilter.class).register(ordinary).build(Annotated.class).value();

    assertThat(api.tokens()).containsExactly("Basic mine", "Basic mine");
  }

  @Test
  void body_that_a_later_filter_sets_is_not_lost() {
    api.answers(Answer.unauthorized("Bearer"));
    ClientRequestFilter later =
        request -> request.setEntity("added", null, MediaType.TEXT_PLAIN_TYPE);
    Annotated client = builder().register(later, 9000).build(Annotated.class);

    assertThatThrownBy(client::nothing).isInstanceOf(WebApplicationException.class);

    assertThat(api.requests()).hasSize(1);
  }

  @Test
  void compressed_body_is_sent_again_as_it_was() {
    api.answers(Answer.unauthorized("Bearer"));
    WriterInterceptor gzip =
        context -> {
          context.getHeaders().putSingle("Content-Encoding", "gzip");
          GZIPOutputStream out = new GZIPOutputStream(context.getOutputStream());
          context.setOutputStream(out);
          context.proceed();
          out.finish();
        };

    builder().register(gzip).build(Annotated.class).text("hello hello hello");

    assertThat(api.requests()).hasSize(2);
    assertThat(api.requests().get(1).body()).isEqualTo(api.requests().get(0).body());
    assertThat(api.requests().get(1).header("content-encoding")).isEqualTo("gzip");
  }

  @Test
  void allow_http_lets_the_token_go_over_http_for_built_and_for_plain_clients() {
    config.set(CLIENT + "allow-http", "true");
    java.net.URI nowhere = java.net.URI.create("http://api.invalid/");

    assertThatThrownBy(
            () -> RestClientBuilder.newBuilder().baseUri(nowhere).build(Annotated.class).value())
        .hasRootCauseInstanceOf(java.net.UnknownHostException.class);
    try (TokenProviders providers = TokenProviders.from(config.config())) {
      BearerTokenFilter filter =
          new BearerTokenFilter(providers.get("signicat"), providers.callSettings("signicat"));
      Client plain = ClientBuilder.newClient().register(filter);
      assertThatThrownBy(() -> plain.target(nowhere).request().get())
          .hasRootCauseInstanceOf(java.net.UnknownHostException.class);
      plain.close();
    }
  }

  @Test
  void filter_of_a_plain_client_that_has_no_settings_advises_to_give_it_some() {
    config.set(CLIENT + "allow-http", "true");
    try (TokenProviders providers = TokenProviders.from(config.config())) {
      BearerTokenFilter filter = new BearerTokenFilter(providers.get("signicat"));
      Client plain = ClientBuilder.newClient().register(filter);
      assertThatThrownBy(() -> plain.target("http://api.invalid/").request().get())
          .hasCauseInstanceOf(OriginNotAllowedException.class)
          .hasMessageContaining("TokenProviders.callSettings");
      plain.close();
    }
  }

  /**
   * Row C8: the secret that has gone makes all settings unusable; a call has nothing to do with it.
   */
  @Test
  void calls_with_a_cached_token_read_no_configuration() {
    config.set(CLIENT + "allow-http", "true");
    Iterator<String> origins =
        Stream.iterate(1, number -> number + 1)
            .map(number -> "http://api-" + number % 2 + ".example/")
            .iterator();
    ClientRequestFilter inTurn = request -> request.setUri(java.net.URI.create(origins.next()));
    ClientRequestFilter toTheApi = request -> request.setUri(api.uri());
    Annotated client =
        builder()
            .register(inTurn)
            .register(toTheApi, Priorities.USER + 2000)
            .build(Annotated.class);
    client.value();
    config.remove(CLIENT + "client-secret").set(CLIENT + "allow-http", "false");
    int before = config.reads();

    for (int call = 0; call < 20; call++) {
      assertThat(client.value()).isEqualTo("fine");
    }

    assertThat(config.reads()).isEqualTo(before);
    assertThat(api.tokens()).hasSize(21).containsOnly("Bearer token-1");
  }

  @Test
  void own_authorization_may_go_over_http_to_another_host() {
    ClientRequestFilter elsewhere =
        request -> request.setUri(java.net.URI.create("http://api.invalid/"));

    assertThatThrownBy(() -> builder().register(elsewhere).build(OwnHeader.class).value())
        .isInstanceOf(ProcessingException.class)
        .hasRootCauseInstanceOf(java.net.UnknownHostException.class);
  }

  @Test
  void redirect_is_not_followed_unless_the_user_asks_for_it() {
    try (FakeApi stranger = new FakeApi()) {
      api.answers(redirectTo(stranger));

      assertThatThrownBy(() -> build(Annotated.class).value())
          .isInstanceOf(WebApplicationException.class);

      assertThat(stranger.requests()).isEmpty();
    }
  }

  /**
   * A limit that the README states: RESTEasy's HTTP engine copies all headers to the new request.
   */
  @Test
  void redirect_that_the_user_lets_resteasy_follow_takes_the_token_along() {
    try (FakeApi stranger = new FakeApi()) {
      api.answers(redirectTo(stranger));

      builder().followRedirects(true).build(Annotated.class).value();

      assertThat(stranger.tokens()).containsExactly("Bearer token-1");
    }
  }

  private static Answer redirectTo(FakeApi other) {
    return new Answer(302, Map.of("Location", List.of(other.uri() + "/value")), "");
  }

  @Test
  void call_from_a_thread_without_a_class_loader_works() throws Exception {
    Annotated client = build(Annotated.class);
    api.answers(Answer.unauthorized("Bearer"));
    List<Object> results = new CopyOnWriteArrayList<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                results.add(client.value());
              } catch (RuntimeException e) {
                results.add(e);
              }
            });
    thread.setContextClassLoader(null);

    thread.start();
    thread.join(10_000);

    assertThat(results).containsExactly("fine");
    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-2");
  }

  private <T> T build(Class<T> type) {
    return builder().build(type);
  }

  private RestClientBuilder builder() {
    return RestClientBuilder.newBuilder().baseUri(api.uri());
  }
}
