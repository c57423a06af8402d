package io.mpoauth2.it.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.it.core.RemoteSandbox.Count;
import io.mpoauth2.it.core.api.Built;
import io.mpoauth2.it.core.api.DocumentCalls;
import io.mpoauth2.it.core.api.Silent;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for plain Jakarta REST clients, in Java SE too. */
public class PlainClientFeatures extends ClientFeatures {
  private final List<Client> clients = new ArrayList<>();
  private TokenProviders providers;

  @Override
  DocumentCalls client(Class<? extends DocumentCalls> api) {
    return calls(newClient().register(new BearerTokenFilter(tokens(api))));
  }

  @Override
  TokenProvider tokensOfSilent() {
    return tokens(Silent.class);
  }

  @BeforeAll
  void openProviders() {
    providers = TokenProviders.from(config);
  }

  @AfterEach
  void closeClients() {
    clients.forEach(Client::close);
    clients.clear();
  }

  @AfterAll
  void closeProviders() {
    providers.close();
  }

  @Test
  @Shows(Feature.TOKEN)
  void registered_filter_adds_the_token() {
    assertThat(client(Built.class).get(DOCUMENT)).contains(DOCUMENT);
  }

  @Test
  @Shows(Feature.TOKEN)
  void client_without_the_filter_gets_no_token() {
    Count before = sandbox.count();

    assertStatus(401, () -> calls(newClient()).get(DOCUMENT));

    assertThat(sandbox.count().since(before)).isEqualTo(new Count(0, 1, 1));
  }

  /** The annotation is only where the tests write down client and scope; nobody else reads it. */
  private TokenProvider tokens(Class<?> api) {
    OAuth2Client client = api.getAnnotation(OAuth2Client.class);
    return providers.get(client.value(), List.of(client.scope()));
  }

  private Client newClient() {
    Client client = ClientBuilder.newClient();
    clients.add(client);
    return client;
  }

  private DocumentCalls calls(Client client) {
    return new PlainDocumentCalls(client.target(sandbox.uri()).path("signature/documents"));
  }
}
