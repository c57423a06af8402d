package io.mpoauth2.client.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Row B17: a thread whose class loader sees no configuration. */
public class ForeignThreadTest {
  private final RunningApplication application = RunningApplication.of(Holder.class);

  @Dependent
  public static class Holder {
    @Inject
    @OAuth2Client("signicat")
    TokenProvider tokens;

    @Inject
    @OAuth2Client("signicat")
    Provider<TokenProvider> provider;

    @Inject @Any Instance<TokenProvider> any;
  }

  @AfterEach
  void close() {
    application.close();
  }

  @Test
  void injected_provider_works_there() throws Exception {
    Holder holder = application.bean(Holder.class);

    assertThat(onForeignThread(() -> holder.tokens.token().value())).isEqualTo("token-1");
  }

  @Test
  void what_is_got_there_for_the_first_time_is_the_applications() throws Exception {
    Holder holder = application.bean(Holder.class);

    String token = onForeignThread(() -> holder.provider.get().token().value());
    String selected =
        onForeignThread(
            () -> holder.any.select(OAuth2Client.Literal.of("signicat")).get().token().value());

    assertThat(token).isEqualTo("token-1").isEqualTo(selected);
    assertThat(holder.tokens.token().value()).isEqualTo(token);
    assertThat(application.server.requests()).hasSize(1);
  }

  /** Row B15: another class loader of the same application. */
  @Test
  void what_was_serialized_is_read_and_used_there() throws Exception {
    Holder holder = application.bean(Holder.class);
    String before = holder.tokens.token().value();
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(written)) {
      out.writeObject(holder.tokens);
    }

    TokenProvider after = onForeignThread(() -> read(written.toByteArray()));

    assertThat(onForeignThread(() -> after.token().value())).isEqualTo(before);
    assertThat(application.server.requests()).hasSize(1);
  }

  @SuppressWarnings("BanSerializableRead")
  private static TokenProvider read(byte[] bytes) throws Exception {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (TokenProvider) in.readObject();
    }
  }

  @Test
  void without_an_application_the_message_says_where_to_get_it() throws Exception {
    Throwable thrown =
        onForeignThread(
            () -> {
              try (TokenProviders providers = TokenProviders.from(ConfigProvider.getConfig())) {
                return catchThrowable(() -> providers.get("signicat").token());
              }
            });

    assertThat(thrown)
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("The configuration seen by this thread has none of this client's")
        .hasMessageContaining("on a thread of the application");
  }

  private static <T> T onForeignThread(Callable<T> work) throws Exception {
    try (URLClassLoader nobodys = new URLClassLoader(new URL[0], parent())) {
      FutureTask<T> task = new FutureTask<>(work);
      Thread thread = new Thread(task);
      thread.setContextClassLoader(nobodys);
      thread.start();
      return task.get(20, TimeUnit.SECONDS);
    }
  }

  /**
   * Another configuration is made for another class loader; where it looks for JSON is the same.
   */
  private static ClassLoader parent() {
    return ForeignThreadTest.class.getClassLoader();
  }
}
