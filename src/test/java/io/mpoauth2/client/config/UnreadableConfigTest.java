package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.TokenUnavailableException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A source of configuration that throws, a vault that is down for example. */
class UnreadableConfigTest {
  private final AtomicInteger reads = new AtomicInteger();
  private final TokenProviders providers =
      TokenProviders.from(
          new SmallRyeConfigBuilder()
              .addDefaultInterceptors()
              .withSources(new Vault(reads))
              .build());

  @AfterEach
  void close() {
    providers.close();
  }

  @Test
  void for_a_client_that_is_built_it_is_a_problem_told_without_the_sources_words() {
    Throwable told = catchThrowable(() -> providers.callSettings("signicat"));

    assertThat(told)
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("OAuth2 client 'signicat'")
        .hasMessageContaining("java.lang.IllegalStateException")
        .hasMessageNotContaining("s3cret")
        .hasNoCause();
  }

  /** Rule 6: whatever else a source of settings throws is a failure with a cooldown. */
  @Test
  void for_a_token_it_is_a_failure_with_a_cooldown() {
    TokenProvider tokens = providers.get("signicat");
    assertThatThrownBy(tokens::token)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageContaining("the settings could not be read")
        .hasMessageContaining("java.lang.IllegalStateException")
        .hasMessageNotContaining("s3cret");
    int once = reads.get();

    assertThatThrownBy(tokens::token).isInstanceOf(TokenUnavailableException.class);

    assertThat(reads).hasValue(once);
  }

  private record Vault(AtomicInteger reads) implements ConfigSource {
    @Override
    public Set<String> getPropertyNames() {
      return Set.of();
    }

    @Override
    public @Nullable String getValue(String name) {
      if (name.startsWith("oauth2.client.")) {
        reads.incrementAndGet();
        throw new IllegalStateException("cannot log in with s3cret");
      }
      return null;
    }

    @Override
    public String getName() {
      return "vault";
    }
  }
}
