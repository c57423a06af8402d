package io.mpoauth2.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.redeployed.Application;
import io.mpoauth2.client.redeployed.Surroundings;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Applications come and go in one JVM, and their class loaders with them: nothing is left. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RedeployIT {
  private static final int ROUNDS = Integer.getInteger("redeploy.rounds", 2);

  /** Longer than any thread lingers; what is left then stays. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<WeakReference<ClassLoader>> applications = new ArrayList<>();

  @Test
  void nothing_is_left_of_an_application_that_ends() throws Exception {
    try (Surroundings surroundings = new Surroundings()) {
      for (int round = 0; round < ROUNDS; round++) {
        assertThat(lifeOfAnApplication(surroundings.nextRound()))
            .containsExactlyInAnyOrderEntriesOf(
                Map.ofEntries(
                    Map.entry("behind-a-dripping-proxy", "TokenUnavailableException"),
                    Map.entry("behind-a-proxy-with-log-in", "Bearer"),
                    Map.entry("call", "200"),
                    Map.entry("dripping", "TokenUnavailableException"),
                    Map.entry("hanging refusal", "401"),
                    Map.entry("nobody", "TokenUnavailableException"),
                    Map.entry("over-tls", "Bearer"),
                    Map.entry("refused", "TokenRefusedException"),
                    Map.entry("replaced", "Bearer"),
                    Map.entry("resetting", "TokenUnavailableException"),
                    Map.entry("silent", "TokenUnavailableException"),
                    Map.entry("unheard", "under way"),
                    Map.entry("unheard-behind-a-proxy", "under way"),
                    Map.entry("untrusted", "TokenUnavailableException")));
      }

      awaitTheEnd();
      assertThat(classLoaders()).isEmpty();
      assertThat(threads()).isEmpty();
    }
  }

  /** Gives what its calls came to. */
  private Map<String, String> lifeOfAnApplication(Config config) throws Exception {
    Thread server = Thread.currentThread();
    ClassLoader servers = server.getContextClassLoader();
    try (OwnClassesFirst loader = new OwnClassesFirst()) {
      server.setContextClassLoader(loader);
      Object application =
          loader.loadClass(Application.class.getName()).getDeclaredConstructor().newInstance();
      applications.add(new WeakReference<>(loader));
      assertThat(application.getClass().getClassLoader()).isSameAs(loader);
      @SuppressWarnings("unchecked")
      Function<Config, Map<String, String>> life =
          (Function<Config, Map<String, String>>) application;
      return life.apply(config);
    } finally {
      server.setContextClassLoader(servers);
    }
  }

  private void awaitTheEnd() {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE.toNanos()
        && !(classLoaders().isEmpty() && threads().isEmpty())) {
      System.gc();
      LockSupport.parkNanos(50_000_000);
    }
  }

  private List<ClassLoader> classLoaders() {
    return applications.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
  }

  /** Gives those of the library, and whatever else sees an application's classes. */
  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread.getName().startsWith("mp-oauth2-client")
                    || thread.getContextClassLoader() instanceof OwnClassesFirst)
        .toList();
  }

  /** As a server loads a WAR: what is in the jar comes from there, the APIs from the server. */
  private static final class OwnClassesFirst extends URLClassLoader {
    OwnClassesFirst() throws Exception {
      super(
          new URL[] {
            Path.of(System.getProperty("jar")).toUri().toURL(),
            Application.class.getProtectionDomain().getCodeSource().getLocation()
          },
          RedeployIT.class.getClassLoader());
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
