package io.mpoauth2.client.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.FakeTokenEndpoint.Request;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.token.TokenProvider;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The secret is changed at the server first, and where the application reads it only when the old
 * one was refused: the worst moment. Meanwhile 50 callers want tokens that live a second.
 */
class RotatedSecretTest {
  private static final int CALLERS = 50;
  private static final String SECRET = "oauth2.client.default.client-secret";

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final AtomicBoolean isRotated = new AtomicBoolean();
  private final AtomicInteger refusals = new AtomicInteger();
  private final CountDownLatch withNew = new CountDownLatch(2);
  private final MapConfig settings =
      MapConfig.complete("default").with("token-endpoint", server.uri().toString());

  private final Path folder;

  RotatedSecretTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_property_is_rotated_under_load_and_no_call_fails() throws Exception {
    settings.with("client-secret", "old");

    rotates(settings.config(), () -> settings.with("client-secret", "new"));
  }

  @Test
  void a_file_that_is_moved_over_is_rotated_under_load_and_no_call_fails() throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "old\n");
    settings.without("client-secret").with("client-secret-file", file.toString());

    rotates(
        settings.config(),
        () -> {
          Path next = Files.writeString(folder.resolve("secret.new"), "new\n");
          Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        });
  }

  /** {@code secret -> ..data/secret}, {@code ..data -> ..2026_1}: the inner link is switched. */
  @Test
  void a_link_that_kubernetes_switches_is_rotated_under_load_and_no_call_fails() throws Exception {
    mounted("..2026_1", "old");
    Path data = Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_1"));
    Path file = Files.createSymbolicLink(folder.resolve("secret"), Path.of("..data/secret"));
    settings.without("client-secret").with("client-secret-file", file.toString());

    rotates(
        settings.config(),
        () -> {
          mounted("..2026_2", "new");
          Path next = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2026_2"));
          Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
          Files.delete(folder.resolve("..2026_1/secret"));
        });
  }

  @Test
  void a_config_source_of_the_users_is_rotated_under_load_and_no_call_fails() throws Exception {
    Map<String, String> vault = new ConcurrentHashMap<>(Map.of(SECRET, "old"));
    settings.without("client-secret");
    Config config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new Vault(vault), new Rest(settings.config()))
            .build();

    rotates(config, () -> vault.put(SECRET, "new"));
  }

  private void rotates(Config config, Change change) throws Exception {
    server.answersTokenTo(
        request -> {
          if (isSecret(request, isRotated.get() ? "new" : "old")) {
            if (isSecret(request, "new")) {
              withNew.countDown();
            }
            return true;
          }
          changed(change);
          return false;
        },
        1);
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try (TokenProviders providers = TokenProviders.from(config)) {
      TokenProvider tokens = providers.get("default");
      CountDownLatch calling = new CountDownLatch(CALLERS);
      List<Future<Integer>> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        callers.add(threads.submit(() -> callUntilRotated(tokens, calling)));
      }
      calling.await();

      isRotated.set(true);

      for (Future<Integer> caller : callers) {
        assertThat(caller.get(60, TimeUnit.SECONDS)).isPositive();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(refusals.get()).as("token requests more than without the rotation").isEqualTo(1);
  }

  /** A caller whose call fails ends with the reason. */
  private int callUntilRotated(TokenProvider tokens, CountDownLatch calling)
      throws InterruptedException {
    int calls = 0;
    do {
      assertThat(tokens.token().value()).isEqualTo("t0k3n");
      calls++;
      calling.countDown();
    } while (!withNew.await(1, TimeUnit.MILLISECONDS));
    return calls;
  }

  private void changed(Change change) {
    refusals.incrementAndGet();
    try {
      change.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mounted(String directory, String secret) throws IOException {
    Files.createDirectories(folder.resolve(directory));
    Files.writeString(folder.resolve(directory).resolve("secret"), secret);
  }

  private static boolean isSecret(Request request, String secret) {
    String basic = request.header("Authorization").orElseThrow().substring("Basic ".length());
    return new String(Base64.getDecoder().decode(basic), UTF_8).endsWith(":" + secret);
  }

  @FunctionalInterface
  private interface Change {
    void run() throws IOException;
  }

  /** What somebody writes for a vault of their own. */
  private record Vault(Map<String, String> secrets) implements ConfigSource {
    @Override
    public Set<String> getPropertyNames() {
      return secrets.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
      return secrets.get(name);
    }

    @Override
    public String getName() {
      return "vault";
    }

    @Override
    public int getOrdinal() {
      return 400;
    }
  }

  /** All the other settings. */
  private record Rest(Config config) implements ConfigSource {
    @Override
    public Set<String> getPropertyNames() {
      return Set.of();
    }

    @Override
    public @Nullable String getValue(String name) {
      return config.getOptionalValue(name, String.class).orElse(null);
    }

    @Override
    public String getName() {
      return "rest";
    }
  }
}
