package io.mpoauth2.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.MapConfig;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application ends, and its class loader with it: redeploying must leave nothing behind. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RedeployIT {

  @Test
  void the_class_loader_of_a_closed_application_is_collected() throws Exception {
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

    WeakReference<ClassLoader> application = runApplication(collected);

    while (collected.poll() != application) {
      System.gc();
    }
    assertThat(application.get()).isNull();
  }

  /** Fetches a token, has it replaced, and closes. */
  private static WeakReference<ClassLoader> runApplication(ReferenceQueue<ClassLoader> collected)
      throws Exception {
    URL jar = Path.of(System.getProperty("jar")).toUri().toURL();
    try (FakeTokenEndpoint server = FakeTokenEndpoint.start().answersToken("abc", 3600);
        OwnClassesFirst loader = new OwnClassesFirst(jar)) {
      Config config =
          MapConfig.complete("signicat").with("token-endpoint", server.uri().toString()).config();
      Class<?> type = loader.loadClass("io.mpoauth2.client.config.TokenProviders");
      assertThat(type.getClassLoader()).isSameAs(loader);

      AutoCloseable providers =
          (AutoCloseable) type.getMethod("from", Config.class).invoke(null, config);
      Object tokens = type.getMethod("get", String.class).invoke(providers, "signicat");
      Class<?> provider = loader.loadClass("io.mpoauth2.client.token.TokenProvider");
      Object token = provider.getMethod("token").invoke(tokens);
      provider.getMethod("replace", token.getClass()).invoke(tokens, token);
      providers.close();

      assertThat(server.requests()).hasSize(2);
      return new WeakReference<>(loader, collected);
    }
  }

  /** As a server loads a WAR: what is in the jar comes from there, the APIs from the server. */
  private static final class OwnClassesFirst extends URLClassLoader {
    OwnClassesFirst(URL jar) {
      super(new URL[] {jar}, RedeployIT.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null
            && name.startsWith("io.mpoauth2.client.")
            && !name.contains(".testing.")) {
          loaded = findClass(name);
        }
        return loaded == null ? super.loadClass(name, resolve) : loaded;
      }
    }
  }
}
