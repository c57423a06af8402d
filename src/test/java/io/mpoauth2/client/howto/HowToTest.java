package io.mpoauth2.client.howto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.WithToken;
import io.mpoauth2.client.WithoutToken;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.FakeAuthorizationServer;
import io.mpoauth2.client.testing.RegisteredConfig;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/how-to.md shows, seen to work; its snippets are the marked parts of this file. */
public class HowToTest {
  private final FakeApi api = new FakeApi();
  private final FakeAuthorizationServer server = new FakeAuthorizationServer();
  private final RegisteredConfig config = new RegisteredConfig();

  @BeforeEach
  void configure() {
    for (String client : List.of("orders", "invoices", "tenant-7")) {
      config
          .set("oauth2.client." + client + ".token-endpoint", server.tokenEndpoint().toString())
          .set("oauth2.client." + client + ".client-id", client)
          .set("oauth2.client." + client + ".client-secret", "s3cret");
    }
  }

  @AfterEach
  void close() {
    config.close();
    server.close();
    api.close();
  }

  // tag::methods[]
  @Path("/orders")
  @OAuth2Client(value = "orders", scope = "orders.read")
  public interface OrdersApi {
    @GET
    @Path("{id}")
    String order(@PathParam("id") String id);

    @POST
    @WithToken(scope = "orders.write")
    Response place(String order);

    @GET
    @Path("{id}/invoice")
    @WithToken("invoices")
    String invoice(@PathParam("id") String id);

    @GET
    @Path("opening-hours")
    @WithoutToken
    String openingHours();
  }

  // end::methods[]

  @Test
  void each_method_has_its_scope_its_client_or_no_token() {
    OrdersApi orders = client(OrdersApi.class);

    orders.order("1");
    orders.place("tea").close();
    orders.invoice("1");
    orders.openingHours();

    assertThat(api.tokens()).hasSize(4).endsWith((String) null);
    assertThat(server.requests())
        .extracting(request -> request.body().replaceAll(".*scope=", ""))
        .containsExactly("orders.read", "orders.write", "grant_type=client_credentials");
  }

  public interface StatusApi {
    @GET
    @Path("status")
    String status();
  }

  // tag::two-clients[]
  @OAuth2Client("orders")
  public interface OrdersStatusApi extends StatusApi {}

  @OAuth2Client("invoices")
  public interface InvoicesStatusApi extends StatusApi {}

  // end::two-clients[]

  @Test
  void one_interface_serves_two_clients() {
    client(OrdersStatusApi.class).status();
    client(InvoicesStatusApi.class).status();

    assertThat(server.requests()).hasSize(2);
  }

  // tag::catch[]
  static boolean isForWantOfAToken(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TokenException) {
        return true;
      }
    }
    return false;
  }

  // end::catch[]

  @Test
  void one_catch_works_on_every_runtime() {
    server.answers(new Answer(401, Map.of(), "{\"error\":\"invalid_client\"}"));

    Throwable failure = catchThrowable(() -> client(OrdersStatusApi.class).status());

    assertThat(isForWantOfAToken(failure)).isTrue();
    assertThat(isForWantOfAToken(new ProcessingException("no route to host"))).isFalse();
  }

  @Test
  void a_tenant_is_a_client_whose_name_is_known_later() {
    String tenant = "tenant-7";
    try (TokenProviders providers = TokenProviders.from(config.config())) {
      // tag::tenants[]
      TokenProvider tokens = providers.get(tenant);
      Client client =
          ClientBuilder.newClient()
              .register(new BearerTokenFilter(tokens, providers.callSettings(tenant)));
      // end::tenants[]

      client.target(api.uri()).request().get().close();
      client.close();
    }

    assertThat(api.tokens()).containsExactly("Bearer token-1");
  }

  private <T> T client(Class<T> type) {
    return RestClientBuilder.newBuilder().baseUri(api.uri()).build(type);
  }
}
