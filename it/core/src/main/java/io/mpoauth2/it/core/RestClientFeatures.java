package io.mpoauth2.it.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.jaxrs.OriginNotAllowedException;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.it.core.RemoteSandbox.Count;
import io.mpoauth2.it.core.api.AnswerMapper;
import io.mpoauth2.it.core.api.Built;
import io.mpoauth2.it.core.api.Confined;
import io.mpoauth2.it.core.api.DocumentCalls;
import io.mpoauth2.it.core.api.Generated;
import io.mpoauth2.it.core.api.Mapped;
import io.mpoauth2.it.core.api.Narrow;
import io.mpoauth2.it.core.api.Plain;
import io.mpoauth2.it.core.api.Registered;
import io.mpoauth2.it.core.api.Shared;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** What holds for MicroProfile REST clients in a runtime with CDI. */
public class RestClientFeatures extends ClientFeatures {
  @Override
  DocumentCalls client(Class<? extends DocumentCalls> api) {
    return CDI.current().select(api, RestClient.LITERAL).get();
  }

  @Override
  TokenProvider tokensOfSilent() {
    return injected().tokensOfSilent;
  }

  @Test
  @Shows(Feature.TOKEN)
  void injected_client_has_a_token() {
    assertThat(injected().documents.get(DOCUMENT)).contains(DOCUMENT);
  }

  @Test
  @Shows(Feature.TOKEN)
  void built_client_has_a_token() {
    Built built = RestClientBuilder.newBuilder().baseUri(sandbox.uri()).build(Built.class);

    assertThat(built.get(DOCUMENT)).contains(DOCUMENT);
  }

  @Test
  @Shows(Feature.TOKEN)
  void injected_provider_has_the_token_of_the_clients() {
    InjectedClients injected = injected();
    injected.shared.get(DOCUMENT);
    String token = injected.tokensOfShared.token().value();
    Count before = sandbox.count();

    injected.shared.get(DOCUMENT);
    RestClientBuilder.newBuilder().baseUri(sandbox.uri()).build(Shared.class).get(DOCUMENT);

    assertThat(injected.tokensOfShared.token().value()).isEqualTo(token);
    assertThat(sandbox.count().since(before)).isEqualTo(new Count(0, 2, 0));
  }

  @Test
  @Shows(Feature.TOKEN)
  void client_without_any_sign_of_oauth_gets_no_token() {
    Count before = sandbox.count();

    assertStatus(401, () -> client(Plain.class).get(DOCUMENT));

    assertThat(sandbox.count().since(before)).isEqualTo(new Count(0, 1, 1));
  }

  @Test
  @Shows(Feature.TOKEN)
  void configuration_alone_opts_in() {
    assertThat(client(Generated.class).get(DOCUMENT)).contains(DOCUMENT);
  }

  @Test
  @Shows(Feature.TOKEN)
  void registered_provider_opts_in() {
    assertThat(client(Registered.class).get(DOCUMENT)).contains(DOCUMENT);
  }

  @Test
  @Shows(Feature.TOKEN)
  void scope_of_the_interface_is_what_is_asked_for() {
    assertStatus(403, () -> client(Narrow.class).get(DOCUMENT));

    assertThat(sandbox.lastScope()).isEqualTo("event");
  }

  @Test
  @Shows(Feature.ALLOWED_ORIGINS)
  void origin_that_is_not_allowed_is_refused_before_anything_is_sent() {
    Count before = sandbox.count();

    OriginNotAllowedException refusal =
        cause(OriginNotAllowedException.class, () -> client(Confined.class).get(DOCUMENT));

    assertThat(refusal).hasMessageContaining("oauth2.client.confined.allowed-origins");
    assertThat(sandbox.count().since(before)).isEqualTo(new Count(0, 0, 0));
  }

  @Test
  @Shows(Feature.RETRY)
  void exception_mapper_sees_only_the_final_answer() {
    DocumentCalls client = client(Mapped.class);
    client.get(DOCUMENT);
    sandbox.revokeTokens();
    Count before = sandbox.count();

    AnswerMapper.Answered answered =
        catchThrowableOfType(AnswerMapper.Answered.class, () -> client.get("no-such-document"));

    Optional<String> limit = limits.reason("resend");
    if (limit.isPresent()) {
      assertThat(answered.status()).isEqualTo(401);
      assertThat(sandbox.count().since(before).apiRequests()).isEqualTo(1);
      cannot(limit.get());
    } else {
      assertThat(answered.status()).isEqualTo(404);
      assertThat(sandbox.count().since(before)).isEqualTo(new Count(1, 2, 1));
    }
  }

  private static InjectedClients injected() {
    return CDI.current().select(InjectedClients.class).get();
  }
}
