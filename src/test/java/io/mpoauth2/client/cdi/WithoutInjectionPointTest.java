package io.mpoauth2.client.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Row B16: who asks for a TokenProvider must be able to say whose. */
public class WithoutInjectionPointTest {
  private final RunningApplication application = RunningApplication.of(Holder.class);

  @ApplicationScoped
  public static class Holder {
    @Inject Provider<TokenProvider> provider;

    @Inject
    @OAuth2Client("signicat")
    Provider<TokenProvider> signicats;

    TokenProvider get() {
      return provider.get();
    }

    TokenProvider signicats() {
      return signicats.get();
    }
  }

  @AfterEach
  void close() {
    application.close();
  }

  @Test
  void reference_of_the_bean_manager_is_an_error_that_says_what_to_do() {
    BeanManager manager = application.container().getBeanManager();
    Bean<?> bean = manager.resolve(manager.getBeans(TokenProvider.class));

    Throwable thrown =
        catchThrowable(
            () ->
                manager.getReference(
                    bean, TokenProvider.class, manager.createCreationalContext(bean)));

    assertThat(thrown)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("OAuth2Client.Literal.of(")
        .hasMessageContaining("injection point");
  }

  @Test
  void selected_with_a_literal_it_is_that_clients() {
    TokenProvider tokens =
        CDI.current()
            .select(TokenProvider.class, OAuth2Client.Literal.of("signicat", "event"))
            .get();

    assertThat(tokens.token().requestedScope()).containsExactly("event");
  }

  @Test
  void a_provider_has_the_injection_point_it_is_injected_into() {
    Holder holder = application.bean(Holder.class);

    assertThat(holder.get()).hasToString("TokenProvider[default]");
    assertThat(holder.signicats()).hasToString("TokenProvider[signicat]");
  }
}
