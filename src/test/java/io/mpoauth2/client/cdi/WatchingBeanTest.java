package io.mpoauth2.client.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.testing.FakeAuthorizationServer;
import io.mpoauth2.client.testing.RegisteredConfig;
import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.TokenRequestEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import jakarta.inject.Singleton;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To be a bean is enough to be told, with whatever scope and qualifier. */
public class WatchingBeanTest {
  private final FakeAuthorizationServer server = new FakeAuthorizationServer();
  private final RegisteredConfig config = new RegisteredConfig();

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Audit {}

  @ApplicationScoped
  public static class Watching implements TokenListener {
    final CompletableFuture<TokenRequestEvent> event = new CompletableFuture<>();

    @Override
    public void tokenRequested(TokenRequestEvent told) {
      event.complete(told);
    }

    CompletableFuture<TokenRequestEvent> event() {
      return event;
    }
  }

  @Audit
  @ApplicationScoped
  public static class Qualified extends Watching {}

  @Dependent
  public static class Calling {
    @Inject
    @OAuth2Client("signicat")
    TokenProvider tokens;

    @Inject @Default Watching watching;
    @Inject @Audit Qualified qualified;
  }

  @BeforeEach
  void configure() {
    config
        .set("oauth2.client.signicat.token-endpoint", server.tokenEndpoint().toString())
        .set("oauth2.client.signicat.client-id", "id")
        .set("oauth2.client.signicat.client-secret", "s3cret");
  }

  @AfterEach
  void close() {
    config.close();
    server.close();
  }

  @Test
  void all_listeners_of_the_application_are_told() throws Exception {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .addBeanClasses(Watching.class, Qualified.class, Calling.class)
            .initialize()) {
      container.select(Calling.class).get().tokens.token();

      Calling calling = container.select(Calling.class).get();
      assertThat(toldTo(calling.watching)).isEqualTo("signicat");
      assertThat(toldTo(calling.qualified)).isEqualTo("signicat");
    }
  }

  /** To be made it needs the tokens that it is told of. */
  @Singleton
  public static class InNeedOfTokens extends Watching {
    @Inject
    @OAuth2Client("signicat")
    TokenProvider tokens;
  }

  @Test
  void a_listener_may_have_tokens_itself() throws Exception {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .addBeanClasses(InNeedOfTokens.class, Named.class)
            .initialize()) {
      container.select(Named.class).get().tokens.token();

      assertThat(toldTo(container.select(InNeedOfTokens.class).get())).isEqualTo("signicat");
    }
  }

  @Dependent
  public static class Named {
    @Inject
    @OAuth2Client("signicat")
    TokenProvider tokens;
  }

  @Singleton
  public static class Failing implements TokenListener {
    public Failing() {
      throw new IllegalStateException();
    }
  }

  @Test
  void a_listener_that_cannot_be_made_takes_no_tokens_away() {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .addBeanClasses(Failing.class, Named.class)
            .initialize()) {
      assertThat(container.select(Named.class).get().tokens.token()).isNotNull();
    }
  }

  private static String toldTo(Watching bean) throws Exception {
    return bean.event().get(20, TimeUnit.SECONDS).client();
  }
}
