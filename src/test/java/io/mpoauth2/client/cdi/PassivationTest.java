package io.mpoauth2.client.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.watch.ClientWatch;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.weld.context.bound.BoundLiteral;
import org.jboss.weld.context.bound.BoundSessionContext;
import org.jboss.weld.proxy.WeldClientProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Row B15: a TokenProvider in beans that a server puts away and brings back. */
public class PassivationTest {
  private final RunningApplication application = RunningApplication.of(Session.class, Part.class);

  /** What makes it passivating is its scope; what is written is what is injected. */
  @SessionScoped
  @SuppressWarnings("serial") // Whether they can be serialized is what is found out.
  public static class Session implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    @OAuth2Client("signicat")
    TokenProvider tokens;

    @Inject
    @OAuth2Client(value = "signicat", scope = "event")
    TokenProvider events;

    @Inject TokenProvider defaultTokens;
    @Inject Provider<TokenProvider> later;
    @Inject @Any Instance<TokenProvider> any;
    @Inject Part part;
  }

  @Dependent
  @SuppressWarnings("serial")
  public static class Part implements Serializable {
    private static final long serialVersionUID = 1L;
    private final TokenProvider tokens;

    @Inject
    Part(@OAuth2Client("signicat") TokenProvider tokens) {
      this.tokens = tokens;
    }
  }

  @AfterEach
  void close() {
    application.close();
  }

  @Test
  void bean_of_a_passivating_scope_has_tokens_before_and_after() throws Exception {
    Session session = session();
    String before = session.tokens.token().value();

    Session after = (Session) read(written(session));

    assertThat(after.tokens.token().value()).isEqualTo(before);
    assertThat(after.part.tokens.token().value()).isEqualTo(before);
    assertThat(application.server.requests()).hasSize(1);
  }

  @Test
  void name_and_scope_come_along() throws Exception {
    application.config.set("oauth2.client.default.scope", "default-scope");
    Session after = (Session) read(written(session()));

    assertThat(after.events.token().requestedScope()).containsExactly("event");
    assertThat(after.defaultTokens.token().requestedScope()).containsExactly("default-scope");
    assertThat(((ClientWatch.Owner) after.tokens).watch().log().client()).isEqualTo("signicat");
  }

  @Test
  void provider_and_instance_come_along() throws Exception {
    Session after = (Session) read(written(session()));

    String token = after.any.select(OAuth2Client.Literal.of("signicat")).get().token().value();

    assertThat(after.tokens.token().value()).isEqualTo(token);
    assertThat(after.later.get().token()).isEqualTo(after.defaultTokens.token());
  }

  @Test
  void after_a_restart_the_tokens_are_those_of_the_new_application() throws Exception {
    byte[] written = written(session().tokens);
    application.restart();

    TokenProvider after = (TokenProvider) read(written);

    assertThat(after.token()).isEqualTo(session().tokens.token());
  }

  /** Servers bring sessions back before or while the application starts. */
  @Test
  void what_comes_back_before_the_application_is_there_waits_for_it() throws Exception {
    byte[] written = written(session().tokens);
    application.stop();
    TokenProvider tokens = (TokenProvider) read(written);
    assertThatThrownBy(tokens::token)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'signicat'")
        .hasMessageContaining("thread of the application");

    application.restart();

    assertThat(tokens.token().value()).isEqualTo("token-1");
  }

  @Test
  void all_ways_to_ask_work_after_it() throws Exception {
    TokenProvider tokens = (TokenProvider) read(written(session().tokens));

    assertThat(tokens.tokenAsync().toCompletableFuture().join().value()).isEqualTo("token-1");
    assertThat(tokens.replace(tokens.token()).value()).isEqualTo("token-2");
    assertThat(tokens.replaceAsync(tokens.token()).toCompletableFuture())
        .succeedsWithin(java.time.Duration.ofSeconds(10));
  }

  @Test
  void bad_settings_are_told_after_it_too() throws Exception {
    TokenProvider tokens = (TokenProvider) read(written(session().tokens));
    application.config.remove("oauth2.client.signicat.client-id");

    assertThatThrownBy(tokens::token).isInstanceOf(InvalidSettingsException.class);
  }

  @Test
  void neither_secret_nor_token_is_written() throws Exception {
    Session session = session();
    session.tokens.token();

    String written =
        new String(written(session.tokens), java.nio.charset.StandardCharsets.ISO_8859_1);

    assertThat(written).doesNotContain("token-1").doesNotContain("s3cret").contains("signicat");
  }

  private Session session() {
    BoundSessionContext context =
        application.container().select(BoundSessionContext.class, BoundLiteral.INSTANCE).get();
    Map<String, Object> store = new HashMap<>();
    context.associate(store);
    context.activate();
    try {
      WeldClientProxy proxy = (WeldClientProxy) application.bean(Session.class);
      return (Session) proxy.getMetadata().getContextualInstance();
    } finally {
      context.deactivate();
      context.dissociate(store);
    }
  }

  private static byte[] written(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  /** On a thread that belongs to nobody when it is used, as a container's own. */
  @SuppressWarnings("BanSerializableRead")
  private static Object read(byte[] bytes) throws Exception {
    return CompletableFuture.supplyAsync(
            () -> {
              try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
                return in.readObject();
              } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException(e);
              }
            })
        .get();
  }
}
