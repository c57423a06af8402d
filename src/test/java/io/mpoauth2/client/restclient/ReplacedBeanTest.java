package io.mpoauth2.client.restclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.WithToken;
import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.NumberedTokens;
import io.mpoauth2.client.testing.RegisteredConfig;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bean of the application's in the place of the library's, in Weld SE. */
public class ReplacedBeanTest {
  private final FakeApi api = new FakeApi();
  private final RegisteredConfig config = new RegisteredConfig();

  @AfterEach
  void close() {
    config.close();
    api.close();
  }

  @OAuth2Client(value = "signicat", scope = "a b")
  public interface Api {
    @GET
    @Path("a")
    String get();

    @GET
    @Path("b")
    @WithToken("other")
    String other();
  }

  @Alternative
  @Priority(1)
  @ApplicationScoped
  @Default
  @OAuth2Client
  public static class Numbered implements TokenProvider {
    private final NumberedTokens tokens = new NumberedTokens();

    @Override
    public AccessToken token() {
      return tokens.token();
    }

    @Override
    public AccessToken replace(AccessToken rejected) {
      return tokens.replace(rejected);
    }
  }

  /** Not an alternative. */
  @ApplicationScoped
  @Default
  @OAuth2Client
  public static class Rival extends Numbered {}

  /** Tells what its injection point says. */
  @Alternative
  @Priority(1)
  @ApplicationScoped
  public static class Naming {
    @Produces
    @Dependent
    @Default
    @OAuth2Client
    TokenProvider provider(InjectionPoint point) {
      String name =
          point.getQualifiers().stream()
              .filter(OAuth2Client.class::isInstance)
              .map(OAuth2Client.class::cast)
              .map(
                  client ->
                      client.value() + Arrays.toString(client.scope()).replaceAll("\\W+", "-"))
              .findFirst()
              .orElse("none");
      return new Fixed(new AccessToken(name, "Bearer", Instant.MAX, Set.of()));
    }
  }

  private record Fixed(AccessToken token) implements TokenProvider {
    @Override
    public AccessToken replace(AccessToken rejected) {
      return token;
    }
  }

  @Test
  void stands_for_all_names_and_needs_no_settings() {
    run(
        Numbered.class,
        client -> {
          client.get();
          client.other();
          api.answers(Answer.unauthorized("Bearer"));
          client.get();
        });

    assertThat(api.tokens())
        .containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-1", "Bearer token-2");
  }

  @Test
  void its_injection_point_says_which_client_is_meant() {
    run(
        Naming.class,
        client -> {
          client.get();
          client.other();
        });

    assertThat(api.tokens()).containsExactly("Bearer signicat-a-b-", "Bearer other-");
  }

  @Test
  void what_is_configured_of_calls_holds() {
    config.set("oauth2.client.signicat.allowed-origins", "https://api.example");

    run(
        Numbered.class,
        client ->
            assertThatThrownBy(client::get)
                .hasMessageContaining("oauth2.client.signicat.allowed-origins"));
  }

  @Test
  void a_client_that_is_switched_off_goes_without_it() {
    config.set("oauth2.client.signicat.enabled", "false");

    run(Numbered.class, Api::get);

    assertThat(api.tokens()).containsOnlyNulls();
  }

  @Test
  void its_tokens_are_told_of_under_the_clients_name() {
    api.alwaysAnswers(Answer.of(403, ""));
    try (CapturedLog log = CapturedLog.start()) {
      run(Numbered.class, client -> assertThatThrownBy(client::get).hasMessageContaining("403"));

      assertThat(log.warnings()).singleElement().asString().contains("OAuth2 client 'signicat'");
    }
  }

  @Test
  void two_beans_are_a_problem_that_names_both() {
    assertThatThrownBy(() -> run(Rival.class, Api::get))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(Rival.class.getName())
        .hasMessageContaining("@Alternative");
  }

  private void run(Class<?> bean, Consumer<Api> calls) {
    try (SeContainer container =
        SeContainerInitializer.newInstance().addBeanClasses(bean).initialize()) {
      assertThat(container.isRunning()).isTrue();
      calls.accept(RestClientBuilder.newBuilder().baseUri(api.uri()).build(Api.class));
    }
  }
}
