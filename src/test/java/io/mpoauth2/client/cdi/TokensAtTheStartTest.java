package io.mpoauth2.client.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Observers of the application's start, which may be the first to want a token. */
public class TokensAtTheStartTest {
  @ApplicationScoped
  public static class Starter {
    private final List<String> tokens = new ArrayList<>();

    void initialized(
        @Observes @Initialized(ApplicationScoped.class) Object event,
        @OAuth2Client("signicat") TokenProvider provider) {
      tokens.add(provider.token().value());
    }

    void starting(@Observes Startup event, @OAuth2Client("signicat") TokenProvider provider) {
      tokens.add(provider.token().value());
    }

    List<String> tokens() {
      return tokens;
    }
  }

  @Test
  void have_tokens() {
    try (RunningApplication application = RunningApplication.of(Starter.class)) {
      assertThat(application.bean(Starter.class).tokens()).containsExactly("token-1", "token-1");
    }
  }
}
