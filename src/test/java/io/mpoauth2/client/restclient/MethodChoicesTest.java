package io.mpoauth2.client.restclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.WithToken;
import io.mpoauth2.client.WithoutToken;
import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.jaxrs.OriginNotAllowedException;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.NumberedTokens;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose token goes with which method, of RESTEasy's MicroProfile clients without CDI. */
public class MethodChoicesTest {
  private final TwoClients clients = new TwoClients();

  @AfterEach
  void close() {
    clients.close();
  }

  @OAuth2Client(value = "first", scope = "standard")
  public interface Differing {
    @GET
    @Path("plain")
    String plain();

    @GET
    @Path("narrow")
    @WithToken(scope = {"b a", "c"})
    String narrow();

    @GET
    @Path("other")
    @WithToken("second")
    String other();

    @GET
    @Path("open")
    @WithoutToken
    String open();

    @GET
    @Path("later")
    @WithToken("second")
    CompletionStage<String> later();
  }

  @Test
  void a_method_has_the_token_that_it_names() {
    Differing client = clients.build(Differing.class);

    client.plain();
    client.narrow();
    client.other();
    client.open();
    assertThat(client.later().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(10));

    assertThat(clients.api.tokens())
        .containsExactly(
            "Bearer token-1", "Bearer token-2", "Bearer token-1", null, "Bearer token-1");
    assertThat(clients.asked()).containsExactly("first: standard", "first: b a c", "second:");
  }

  @Test
  void a_refused_token_of_a_method_is_replaced_by_one_of_its_client() {
    Differing client = clients.build(Differing.class);
    client.plain();
    client.other();
    clients.api.answers(Answer.unauthorized("Bearer"));

    client.other();

    assertThat(clients.asked()).containsExactly("first: standard", "second:", "second:");
  }

  @Test
  void the_settings_of_a_call_are_those_of_the_methods_client() {
    clients.config.set(TwoClients.SECOND + "allowed-origins", "https://api.example");
    clients.config.set(TwoClients.FIRST + "retry-unauthorized", "false");
    Differing client = clients.build(Differing.class);

    assertThatThrownBy(client::other)
        .hasCauseInstanceOf(OriginNotAllowedException.class)
        .hasMessageContaining(TwoClients.SECOND + "allowed-origins");
    clients.api.answers(Answer.unauthorized("Bearer"));
    assertThatThrownBy(client::plain).isInstanceOf(WebApplicationException.class);

    assertThat(clients.api.requests()).hasSize(1);
  }

  @Test
  void all_problems_of_all_clients_are_told_when_the_client_is_built() {
    clients.config.remove(TwoClients.FIRST + "client-id");
    clients.config.set(TwoClients.SECOND + "replay-buffer", "much");

    assertThatThrownBy(() -> clients.build(Differing.class))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(TwoClients.FIRST + "client-id")
        .hasMessageContaining(TwoClients.SECOND + "replay-buffer");
  }

  @Test
  void a_client_without_problems_does_not_matter_if_no_method_wants_it() {
    clients.config.remove(TwoClients.SECOND + "client-id");

    clients.build(OnlyOneMethod.class).open();

    assertThat(clients.api.tokens()).containsOnlyNulls();
  }

  public interface OnlyOneMethod {
    @GET
    @Path("open")
    String open();

    @GET
    @Path("secured")
    @WithToken("first")
    String secured();
  }

  @Test
  void one_method_is_opt_in_enough() {
    OnlyOneMethod client = clients.build(OnlyOneMethod.class);

    client.open();
    client.secured();

    assertThat(clients.api.tokens()).containsExactly(null, "Bearer token-1");
  }

  @Test
  void an_own_provider_serves_the_methods_that_say_nothing() {
    OnlyOneMethod client =
        RestClientBuilder.newBuilder()
            .baseUri(clients.api.uri())
            .register(new io.mpoauth2.client.jaxrs.BearerTokenFilter(new NumberedTokens()))
            .build(OnlyOneMethod.class);

    client.open();
    client.secured();

    assertThat(clients.api.tokens()).containsExactly("Bearer token-1", "Bearer token-1");
    assertThat(clients.asked()).containsExactly("first:");
  }

  @Test
  void an_own_provider_does_not_serve_a_method_that_goes_without() {
    Differing client =
        RestClientBuilder.newBuilder()
            .baseUri(clients.api.uri())
            .register(new io.mpoauth2.client.jaxrs.BearerTokenFilter(new NumberedTokens()))
            .build(Differing.class);

    client.open();

    assertThat(clients.api.tokens()).containsOnlyNulls();
  }

  @WithoutToken
  @OAuth2Client(value = "first", scope = "standard")
  public interface MostlyOpen {
    @GET
    @Path("open")
    String open();

    @GET
    @Path("secured")
    @WithToken
    String secured();
  }

  @Test
  void a_method_wins_over_the_interface_that_goes_without() {
    MostlyOpen client = clients.build(MostlyOpen.class);

    client.open();
    client.secured();

    assertThat(clients.api.tokens()).containsExactly(null, "Bearer token-1");
    assertThat(clients.asked()).containsExactly("first: standard");
  }

  public interface Base {
    @GET
    @Path("inherited")
    @WithToken("second")
    String inherited();

    @GET
    @Path("again")
    @WithoutToken
    String again();

    @GET
    @Path("changed")
    @WithoutToken
    String changed();
  }

  @OAuth2Client("first")
  public interface Inheriting extends Base {
    @Override
    @GET
    @Path("again")
    String again();

    @Override
    @GET
    @Path("changed")
    @WithToken
    String changed();
  }

  @Test
  void inherited_methods_count_and_the_nearest_annotation_does() {
    Inheriting client = clients.build(Inheriting.class);

    client.inherited();
    client.again();
    client.changed();

    assertThat(clients.api.tokens()).containsExactly("Bearer token-1", null, "Bearer token-1");
    assertThat(clients.asked()).containsExactly("first:", "second:");
  }

  public interface Store<K> {
    @GET
    @Path("of/{id}")
    @WithToken("second")
    String read(@PathParam("id") K id);

    @Path("part")
    Object part();
  }

  @OAuth2Client("first")
  public interface Letters extends Store<String> {
    @Override
    @GET
    @Path("of/{id}")
    String read(@PathParam("id") String id);

    @Override
    @Path("part")
    @WithToken("second")
    Part part();
  }

  public interface Part {
    @GET
    @Path("of")
    String get();
  }

  @Test
  void a_method_whose_type_parameters_have_become_types_is_the_same_method() {
    Letters client = clients.build(Letters.class);

    client.read("1");
    ((Store<String>) client).read("2");

    assertThat(clients.api.tokens()).containsExactly("Bearer token-1", "Bearer token-1");
    assertThat(clients.asked()).containsExactly("second:");
  }

  @Test
  void a_locator_may_return_more_than_the_one_it_overrides() {
    clients.build(Letters.class).part().get();

    assertThat(clients.asked()).containsExactly("second:");
  }

  public interface Pages {
    @GET
    @Path("page")
    String page();

    @GET
    @Path("draft")
    @WithToken("second")
    String draft();

    @GET
    @Path("cover")
    @WithoutToken
    String cover();
  }

  @OAuth2Client("first")
  public interface Books {
    @Path("books/{id}")
    Pages book(@PathParam("id") String id);
  }

  @Test
  void sub_resources_have_the_client_of_the_root_and_annotations_of_their_own() {
    Pages pages = clients.build(Books.class).book("1");

    pages.page();
    pages.draft();
    pages.cover();

    assertThat(clients.api.tokens()).containsExactly("Bearer token-1", "Bearer token-1", null);
    assertThat(clients.asked()).containsExactly("first:", "second:");
  }

  @OAuth2Client("second")
  public interface OwnClient {
    @GET
    @Path("page")
    String page();
  }

  public interface Root {
    @GET
    @Path("root")
    String root();

    @Path("sub")
    OwnClient sub();
  }

  @OAuth2Client("first")
  public interface AnnotatedRoot extends Root {}

  @Test
  void sub_resource_may_have_another_client_than_its_root() {
    AnnotatedRoot client = clients.build(AnnotatedRoot.class);

    client.root();
    client.sub().page();

    assertThat(clients.asked()).containsExactly("first:", "second:");
  }

  @Test
  void annotation_of_a_sub_resource_whose_root_has_none_is_warned_of_once() {
    try (CapturedLog log = CapturedLog.start()) {
      clients.build(Root.class).sub().page();
      clients.build(Root.class);

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains(OwnClient.class.getName(), Root.class.getName());
    }
    assertThat(clients.api.tokens()).containsOnlyNulls();
  }

  @OAuth2Client("first")
  public interface Doors {
    @Path("public")
    @WithoutToken
    Open open();

    @Path("admin")
    @WithToken("second")
    Secured secured();
  }

  public interface Open {
    @GET
    String get();
  }

  public interface Secured {
    @GET
    String get();

    @GET
    @Path("status")
    @WithoutToken
    String status();
  }

  @Test
  void what_a_locator_says_holds_for_what_it_returns() {
    Doors client = clients.build(Doors.class);

    client.open().get();
    client.secured().get();
    client.secured().status();

    assertThat(clients.api.tokens()).containsExactly(null, "Bearer token-1", null);
    assertThat(clients.asked()).containsExactly("second:");
  }

  @OAuth2Client("first")
  public interface TwoWays {
    @Path("public")
    @WithoutToken
    Open open();

    @Path("private")
    Open secured();
  }

  @Test
  void one_method_that_is_reached_in_two_ways_with_different_tokens_is_a_problem() {
    assertThatThrownBy(() -> clients.build(TwoWays.class))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(Open.class.getName() + ".get");
  }

  @OAuth2Client("first")
  public interface Endless {
    @GET
    String get();

    @Path("next")
    @WithToken("second")
    Endless next();
  }

  @Test
  void sub_resource_that_leads_to_itself_comes_to_an_end() {
    assertThatThrownBy(() -> clients.build(Endless.class))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(Endless.class.getName() + ".get");
  }

  @RegisterRestClient(configKey = "generated")
  public interface Generated {
    @GET
    @Path("value")
    String value();

    @GET
    @Path("value/{id}")
    String value(@PathParam("id") String id);

    @GET
    @Path("status")
    String status();
  }

  @Test
  void configuration_says_it_for_all_overloads_of_a_method() {
    clients
        .config
        .set("generated/mp-rest/oauth2-client", "first")
        .set("generated/mp-rest/oauth2-client.value", "second")
        .set("generated/mp-rest/oauth2-client.status", "none");
    Generated client = clients.build(Generated.class);

    client.value();
    client.value("1");
    client.status();

    assertThat(clients.api.tokens()).containsExactly("Bearer token-1", "Bearer token-1", null);
    assertThat(clients.asked()).containsExactly("second:");
  }

  @Test
  void full_name_of_the_interface_wins_over_the_config_key() {
    clients
        .config
        .set("generated/mp-rest/oauth2-client.status", "none")
        .set(Generated.class.getName() + "/mp-rest/oauth2-client.status", "second");

    clients.build(Generated.class).status();
    clients.build(Generated.class).value();

    assertThat(clients.api.tokens()).containsExactly("Bearer token-1", null);
  }

  @Test
  void configuration_wins_over_the_annotation_of_a_method() {
    String key = Differing.class.getName() + "/mp-rest/oauth2-client.";
    clients.config.set(key + "open", "first").set(key + "other", "none");
    Differing client = clients.build(Differing.class);

    client.open();
    client.other();

    assertThat(clients.api.tokens()).containsExactly("Bearer token-1", null);
    assertThat(clients.asked()).containsExactly("first: standard");
  }

  @Test
  void configuration_reaches_methods_of_sub_resources() {
    clients
        .config
        .set(Pages.class.getName() + "/mp-rest/oauth2-client.page", "none")
        .set(Books.class.getName() + "/mp-rest/oauth2-client.draft", "first");
    Pages pages = clients.build(Books.class).book("1");

    pages.page();
    pages.draft();

    assertThat(clients.api.tokens()).containsExactly(null, "Bearer token-1");
    assertThat(clients.asked()).containsExactly("first:");
  }

  @Test
  void name_of_no_method_is_warned_of_with_the_nearest_one() {
    clients
        .config
        .set("generated/mp-rest/oauth2-client", "first")
        .set("generated/mp-rest/oauth2-client.valeu", "none");
    try (CapturedLog log = CapturedLog.start()) {
      clients.build(Generated.class);
      clients.build(Generated.class);

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("generated/mp-rest/oauth2-client.valeu", "oauth2-client.value?");
    }
  }

  @Test
  void property_of_a_method_without_a_value_is_a_problem() {
    clients
        .config
        .set("generated/mp-rest/oauth2-client", "first")
        .set("generated/mp-rest/oauth2-client.value", "${nobody.gives.it}");

    assertThatThrownBy(() -> clients.build(Generated.class))
        .hasMessageContaining("generated/mp-rest/oauth2-client.value");
  }

  public interface NoClient {
    @GET
    @WithToken(scope = "a")
    String get();
  }

  @Test
  void method_that_names_no_client_where_nobody_does_is_a_problem() {
    assertThatThrownBy(() -> clients.build(NoClient.class))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("@WithToken on " + NoClient.class.getName() + ".get");
  }

  @OAuth2Client("first")
  public interface Undecided {
    @GET
    @WithToken("second")
    @WithoutToken
    String get();
  }

  @Test
  void both_annotations_on_a_method_are_a_problem() {
    assertThatThrownBy(() -> clients.build(Undecided.class))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(Undecided.class.getName() + ".get");
  }

  public interface ForInjection {
    @GET
    @OAuth2Client("second")
    String get();
  }

  public interface InheritsForInjection extends ForInjection {}

  @Test
  void qualifier_on_a_method_is_a_problem_that_names_the_right_annotation() {
    InvalidSettingsException thrown =
        catchThrowableOfType(
            InvalidSettingsException.class, () -> clients.build(InheritsForInjection.class));

    assertThat(thrown.problems())
        .singleElement()
        .asString()
        .contains("@OAuth2Client", ForInjection.class.getName() + ".get", "@WithToken(\"second\")");
  }
}
