package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.testing.MapConfig;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows C9 and D3: what must be there to read an answer is missed before anything is sent. */
class MissingJsonTest {
  private final Config config = MapConfig.complete("signicat").config();

  @ParameterizedTest
  @ValueSource(strings = {"org.eclipse.parsson.", "jakarta.json."})
  void without_it_there_are_no_token_providers_and_the_artifact_to_add_is_named(String missing)
      throws Exception {
    Method from =
        new ClassPathWithout(missing)
            .loadClass("io.mpoauth2.client.config.TokenProviders")
            .getMethod("from", Config.class);

    Throwable thrown = catchThrowable(() -> from.invoke(null, config));

    assertThat(thrown)
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("org.eclipse.parsson:parsson")
        .hasNoCause();
  }

  @Test
  void with_it_there_are() {
    TokenProviders.from(config).close();
  }
}
