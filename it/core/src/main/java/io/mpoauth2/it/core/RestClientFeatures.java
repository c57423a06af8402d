package io.mpoauth2.it.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.jaxrs.OriginNotAllowedException;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.it.core.RemoteSandbox.Count;
import io.mpoauth2.it.core.api.AnswerMapper;
import io.mpoauth2.it.core.api.Built;
import io.mpoauth2.it.core.api.Certified;
import io.mpoauth2.it.core.api.Confined;
import io.mpoauth2.it.core.api.DocumentCalls;
import io.mpoauth2.it.core.api.DocumentFolder;
import io.mpoauth2.it.core.api.FixedToken;
import io.mpoauth2.it.core.api.Generated;
import io.mpoauth2.it.core.api.GeneratedMixed;
import io.mpoauth2.it.core.api.Mapped;
import io.mpoauth2.it.core.api.Narrow;
import io.mpoauth2.it.core.api.PerMethod;
import io.mpoauth2.it.core.api.Plain;
import io.mpoauth2.it.core.api.Registered;
import io.mpoauth2.it.core.api.Shared;
import io.mpoauth2.it.core.api.Signing;
import io.mpoauth2.it.core.api.SwitchedOff;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
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
  @Shows(Feature.KEY_AND_CERTIFICATE)
  void client_signs_with_the_key_of_a_file() {
    assertThat(client(Signing.class).get(DOCUMENT)).contains(DOCUMENT);
  }

  @Test
  @Shows(Feature.KEY_AND_CERTIFICATE)
  void client_shows_the_certificate_of_a_file() {
    assertThat(client(Certified.class).get(DOCUMENT)).contains(DOCUMENT);
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

  /** Of a bean of the session, or another one of a passivating scope. */
  @Test
  @Shows(Feature.TOKEN)
  void injected_provider_works_after_serialization() throws IOException, ClassNotFoundException {
    TokenProvider tokens = injected().tokensOfShared;
    String before = tokens.token().value();
    Optional<String> limit = limits.reason("deserialization");
    if (limit.isPresent()) {
      assertThat(catchThrowable(() -> read(written(tokens)))).isNotNull();
      cannot(limit.get());
      return;
    }

    TokenProvider after = (TokenProvider) read(written(tokens));

    assertThat(after.token().value()).isEqualTo(before);
  }

  @Test
  @Shows(Feature.CLEAR_ERRORS)
  void provider_without_an_injection_point_says_what_to_do() {
    BeanManager manager = CDI.current().getBeanManager();
    Bean<?> bean = manager.resolve(manager.getBeans(TokenProvider.class));

    Throwable thrown =
        catchThrowable(
            () ->
                manager.getReference(
                    bean, TokenProvider.class, manager.createCreationalContext(bean)));

    assertThat(thrown)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("OAuth2Client.Literal.of(");
  }

  @Test
  @Shows(Feature.TOKEN)
  void selected_provider_has_the_token_of_the_clients() {
    TokenProvider selected =
        CDI.current()
            .select(
                TokenProvider.class,
                OAuth2Client.Literal.of("signicat", "document_read", "document_file"))
            .get();

    assertThat(selected.token().value()).isEqualTo(injected().tokensOfShared.token().value());
  }

  @Test
  @Shows(Feature.ANY_THREAD)
  void provider_is_got_on_a_thread_of_the_system() {
    InjectedClients injected = injected();

    String token = onThreadOfTheSystem(() -> injected.later.get().token().value());

    assertThat(injected.later.get().token().value()).isEqualTo(token);
  }

  @Test
  @Shows(Feature.TOKEN)
  void observers_of_the_start_have_tokens() {
    assertThat(CDI.current().select(Starter.class).get().outcomes())
        .isNotEmpty()
        .containsOnly("token");
  }

  private static byte[] written(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }

  @Test
  @Shows(Feature.TOKEN_PER_METHOD)
  void method_has_the_scope_that_it_names() {
    PerMethod client = perMethod();
    client.get(DOCUMENT);

    assertStatus(403, () -> client.narrow(DOCUMENT));

    assertThat(sandbox.lastScope()).isEqualTo("identify");
  }

  @Test
  @Shows(Feature.TOKEN_PER_METHOD)
  void method_has_the_client_that_it_names() {
    assertConfined(() -> perMethod().confined(DOCUMENT));
    assertConfined(() -> later(perMethod().laterConfined(DOCUMENT)));
  }

  @Test
  @Shows(Feature.TOKEN_PER_METHOD)
  void method_goes_without_a_token() {
    assertWithout(() -> perMethod().without(DOCUMENT));
    assertWithout(() -> perMethod().inheritedWithout(DOCUMENT));
    assertWithout(() -> later(perMethod().laterWithout(DOCUMENT)));
  }

  @Test
  @Shows(Feature.TOKEN_PER_METHOD)
  void inherited_method_is_sent_once_more_with_a_token_of_its_scope() {
    PerMethod client = perMethod();

    assertSentOnceMore(() -> client.inheritedWithScope(DOCUMENT));
  }

  @Test
  @Shows(Feature.TOKEN_PER_METHOD)
  void sub_resource_has_the_client_of_its_root_and_annotations_of_its_own() {
    DocumentFolder root = CDI.current().select(DocumentFolder.class, RestClient.LITERAL).get();
    Optional<String> limit = limits.reason("sub-resource");
    if (limit.isPresent()) {
      cannot(limit.get());
      return;
    }

    assertThat(root.document(DOCUMENT).get()).contains(DOCUMENT);
    assertConfined(() -> root.document(DOCUMENT).confined());
    assertRefusedWithout(() -> root.document(DOCUMENT).without());
  }

  @Test
  @Shows(Feature.TOKEN_PER_METHOD)
  void configuration_says_which_operation_goes_without_a_token() {
    DocumentCalls client = client(GeneratedMixed.class);

    assertThat(inTime(client.getLater(DOCUMENT).toCompletableFuture())).contains(DOCUMENT);
    assertWithout(() -> client.get(DOCUMENT));
  }

  @Test
  @Shows(Feature.WITHOUT_TOKENS)
  void client_that_is_switched_off_calls_without_a_token_and_has_none_to_inject() {
    assertWithout(() -> client(SwitchedOff.class).get(DOCUMENT));

    assertThatIllegalStateException()
        .isThrownBy(() -> injected().tokensOfSwitchedOff.token())
        .withMessageContaining("oauth2.client.off.enabled");
  }

  @Test
  @Shows(Feature.WITHOUT_TOKENS)
  void fixed_token_is_sent_and_a_401_stays() {
    DocumentCalls client = client(FixedToken.class);
    AccessToken token = injected().tokensOfFixed.token();

    try (LogLines log = LogLines.open()) {
      assertWithout(() -> client.get(DOCUMENT));

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("401", "oauth2.client.fixed.access-token")
          .doesNotContain(token.value());
    }
    assertThat(token.expiresAt()).isEqualTo(Instant.MAX);
  }

  private static PerMethod perMethod() {
    return CDI.current().select(PerMethod.class, RestClient.LITERAL).get();
  }

  /** Has a stage's failure thrown as a call's is. */
  private static String later(CompletionStage<String> answer) {
    return inTime(answer.toCompletableFuture());
  }

  /** It is that client which may call another API only. */
  private void assertConfined(Supplier<String> call) {
    Count before = sandbox.count();

    assertThat(cause(OriginNotAllowedException.class, call))
        .hasMessageContaining("oauth2.client.confined.allowed-origins");
    assertThat(sandbox.count().since(before)).isEqualTo(new Count(0, 0, 0));
  }

  /** The API sees a request that it refuses, and nobody asks for a token. */
  private void assertWithout(Supplier<String> call) {
    Count before = sandbox.count();

    assertThat(cause(WebApplicationException.class, call).getResponse().getStatus()).isEqualTo(401);
    assertThat(sandbox.count().since(before)).isEqualTo(new Count(0, 1, 1));
  }

  /** On Open Liberty the exception of a sub-resource's refusal has no status. */
  private void assertRefusedWithout(Supplier<String> call) {
    Count before = sandbox.count();

    assertThat(catchThrowable(call::get)).isNotNull();
    assertThat(sandbox.count().since(before)).isEqualTo(new Count(0, 1, 1));
  }

  private static InjectedClients injected() {
    return CDI.current().select(InjectedClients.class).get();
  }
}
