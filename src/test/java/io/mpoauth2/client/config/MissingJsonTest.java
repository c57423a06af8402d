package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.testing.MapConfig;
import java.io.IOException;
import java.io.InputStream;
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
        new Without(missing)
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

  /** As a class path on which something was forgotten. */
  private static final class Without extends ClassLoader {
    private final String missing;

    Without(String missing) {
      super(MissingJsonTest.class.getClassLoader());
      this.missing = missing;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(missing)) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("io.mpoauth2.client.") && !name.startsWith("jakarta.json.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
