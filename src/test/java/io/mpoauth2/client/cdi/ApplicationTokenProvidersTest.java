package io.mpoauth2.client.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeAuthorizationServer;
import io.mpoauth2.client.testing.RegisteredConfig;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weld SE with the MicroProfile REST client of RESTEasy. */
public class ApplicationTokenProvidersTest {
  private final FakeApi api = new FakeApi();
  private final FakeAuthorizationServer server = new FakeAuthorizationServer();
  private final RegisteredConfig config = new RegisteredConfig();
  private SeContainer container;

  @RegisterRestClient(configKey = "signature")
  @OAuth2Client("signicat")
  public interface DocumentsApi {
    @GET
    @Path("/signature/documents")
    String list();
  }

  @RegisterRestClient(configKey = "signature")
  @OAuth2Client("signicat")
  @RegisterProvider(BearerTokenFilter.class)
  public interface WithProvider extends DocumentsApi {}

  @Dependent
  public static class Caller {
    @Inject @RestClient DocumentsApi documents;

    @Inject
    @OAuth2Client("signicat")
    TokenProvider tokens;

    @Inject
    @OAuth2Client(value = "signicat", scope = "event")
    TokenProvider events;

    @Inject TokenProvider defaultTokens;
    @Inject @Any Instance<TokenProvider> any;
  }

  @BeforeEach
  void start() {
    client("signicat");
    client("default");
    config.set("signature/mp-rest/url", api.uri().toString());
    container =
        SeContainerInitializer.newInstance()
            .addBeanClasses(DocumentsApi.class, Caller.class, BearerTokenFilter.class)
            .initialize();
  }

  @AfterEach
  void stop() {
    if (container.isRunning()) {
      container.close();
    }
    config.close();
    server.close();
    api.close();
  }

  private void client(String name) {
    config
        .set("oauth2.client." + name + ".token-endpoint", server.tokenEndpoint().toString())
        .set("oauth2.client." + name + ".client-id", "id")
        .set("oauth2.client." + name + ".client-secret", "s3cret");
  }

  @Test
  void injected_client_built_client_and_injected_provider_have_the_same_token() {
    Caller caller = container.select(Caller.class).get();

    caller.documents.list();
    RestClientBuilder.newBuilder().baseUri(api.uri()).build(DocumentsApi.class).list();
    AccessToken token = caller.tokens.token();

    assertThat(token.value()).isEqualTo("token-1");
    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-1");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void plain_client_with_an_injected_provider_of_a_client_that_is_switched_off_has_no_token() {
    config.set("oauth2.client.signicat.enabled", "false");
    BearerTokenFilter filter = new BearerTokenFilter(container.select(Caller.class).get().tokens);

    try (Client client = ClientBuilder.newClient().register(filter)) {
      client.target(api.uri()).request().get().close();
    }

    assertThat(api.tokens()).containsOnlyNulls();
  }

  @Test
  void plain_injection_means_the_client_named_default() {
    config.set("oauth2.client.default.scope", "default-scope");
    Caller caller = container.select(Caller.class).get();

    caller.defaultTokens.token();

    assertThat(server.requests().get(0).body()).endsWith("&scope=default-scope");
  }

  @Test
  void scope_of_the_injection_point_has_a_token_of_its_own() {
    Caller caller = container.select(Caller.class).get();

    caller.tokens.token();
    caller.events.token();
    caller.events.token();

    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().get(1).body()).endsWith("&scope=event");
  }

  /** Row C7: the configured scope changes. */
  @Test
  void the_scope_of_an_annotation_is_asked_for_whatever_is_configured_later() {
    config.set("oauth2.client.signicat.scope", "event");
    Caller caller = container.select(Caller.class).get();
    caller.tokens.token();
    config.set("oauth2.client.signicat.scope", "document_write admin");

    assertThat(caller.events.token().requestedScope()).containsExactly("event");
  }

  @Test
  void token_is_fetched_and_added_without_a_request_context() throws InterruptedException {
    Caller caller = container.select(Caller.class).get();
    List<String> answers = new CopyOnWriteArrayList<>();
    Thread thread = new Thread(() -> answers.add(caller.documents.list()));

    thread.start();
    thread.join(10_000);

    assertThat(answers).containsExactly("fine");
    assertThatThrownBy(() -> container.getBeanManager().getContext(RequestScoped.class))
        .isInstanceOf(ContextNotActiveException.class);
  }

  @Test
  void filter_class_works_as_a_bean_of_cdi_and_without() {
    RestClientBuilder builder = RestClientBuilder.newBuilder().baseUri(api.uri());

    builder.build(WithProvider.class).list();
    RestClientBuilder other = RestClientBuilder.newBuilder().baseUri(api.uri());
    other.register(container.select(BearerTokenFilter.class).get());
    other.build(WithProvider.class).list();

    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-1");
  }

  @Test
  void provider_can_be_selected_in_code() {
    Caller caller = container.select(Caller.class).get();

    AccessToken byInstance = caller.any.select(OAuth2Client.Literal.of("signicat")).get().token();
    AccessToken byLookup =
        CDI.current()
            .select(TokenProvider.class, OAuth2Client.Literal.of("signicat"))
            .get()
            .token();

    assertThat(caller.any.select(OAuth2Client.Literal.INSTANCE).get().token())
        .isSameAs(caller.defaultTokens.token());
    assertThat(byInstance).isEqualTo(byLookup).isEqualTo(caller.tokens.token());
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void bad_settings_are_told_at_the_first_token_and_not_at_injection() {
    config.set("oauth2.client.signicat.client-authentication", "none");

    TokenProvider tokens =
        container.select(TokenProvider.class, OAuth2Client.Literal.of("signicat")).get();

    assertThatThrownBy(tokens::token).isInstanceOf(InvalidSettingsException.class);
  }

  @Test
  void end_of_the_application_closes_its_providers() {
    Caller caller = container.select(Caller.class).get();
    TokenProviders providers = container.select(TokenProviders.class).get();

    container.close();

    assertThatThrownBy(() -> providers.get("signicat")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> caller.tokens.token()).isInstanceOf(IllegalStateException.class);
  }
}
