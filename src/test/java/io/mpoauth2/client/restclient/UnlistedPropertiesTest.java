package io.mpoauth2.client.restclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.FakeApi;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source of configuration that gives values, and cannot say at the moment which it has. */
public class UnlistedPropertiesTest {
  private final FakeApi api = new FakeApi();
  private final Vault vault = new Vault();
  private final Config config = new SmallRyeConfigBuilder().withSources(vault).build();

  @Path("plain")
  public interface Plain {
    @GET
    String get();
  }

  @BeforeEach
  void register() {
    ConfigProviderResolver.instance()
        .registerConfig(config, Thread.currentThread().getContextClassLoader());
    vault.isDown = true;
  }

  @AfterEach
  void close() {
    ConfigProviderResolver.instance().releaseConfig(config);
    api.close();
  }

  @Test
  void names_are_for_warnings_alone_so_that_a_client_is_built_without() {
    RestClientBuilder.newBuilder().baseUri(api.uri()).build(Plain.class).get();

    assertThat(api.tokens()).hasSize(1).containsOnlyNulls();
  }

  private static final class Vault implements ConfigSource {
    volatile boolean isDown;

    @Override
    public Set<String> getPropertyNames() {
      if (isDown) {
        throw new IllegalStateException();
      }
      return Set.of();
    }

    @Override
    public @Nullable String getValue(String name) {
      return null;
    }

    @Override
    public String getName() {
      return "vault";
    }
  }
}
