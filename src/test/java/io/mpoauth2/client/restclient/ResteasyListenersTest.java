package io.mpoauth2.client.restclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mpoauth2.client.testing.RegisteredConfig;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.ws.rs.GET;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URL;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderResolver;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of an application in Weld SE, and RESTEasy's table of the listeners. */
public class ResteasyListenersTest {
  private final ClassLoader own = OAuth2ClientListener.class.getClassLoader();
  private final ClassLoader testsOwn = Thread.currentThread().getContextClassLoader();
  private final RegisteredConfig config = new RegisteredConfig();
  private final Map<ClassLoader, Object> kept = kept();

  public interface Calls {
    @GET
    String get();
  }

  /** Finds what it is linked with, and has no parent. */
  private static final class Linked extends ClassLoader {
    private final ClassLoader linked;

    Linked(ClassLoader linked) {
      super(null);
      this.linked = linked;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      return linked.loadClass(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
      return linked.getResources(name);
    }
  }

  public static class AnotherResolver extends RestClientBuilderResolver {
    @Override
    public RestClientBuilder newBuilder() {
      throw new UnsupportedOperationException();
    }
  }

  /** Defines one class itself, as the jar of another application does. */
  private static class Another extends ClassLoader {
    private final Class<?> type;

    Another(Class<?> type) {
      super(type.getClassLoader());
      this.type = type;
    }

    Object instance() throws ReflectiveOperationException {
      return loadClass(type.getName()).getDeclaredConstructor().newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(type.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = Objects.requireNonNull(file).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private static final class WithoutResteasy extends Another {
    WithoutResteasy(Class<?> type) {
      super(type);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.jboss.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(testsOwn);
    kept.clear();
    config.close();
  }

  @Test
  void the_end_of_the_application_takes_its_listener_out_of_resteasy() {
    buildClient();
    assertThat(kept).containsKey(own);

    ResteasyListeners.ending(this);

    assertThat(kept).doesNotContainKey(own);
  }

  @Test
  void containers_tell_of_the_end() {
    try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
      assertThat(container.isRunning()).isTrue();
      buildClient();
      assertThat(kept).containsKey(own);
    }

    assertThat(kept).doesNotContainKey(own);
  }

  @Test
  void the_loader_that_a_server_gives_to_the_applications_threads_may_be_another() {
    ClassLoader threads = new Linked(own);
    Thread.currentThread().setContextClassLoader(threads);
    buildClient();
    assertThat(kept).containsKey(threads);

    Thread.currentThread().setContextClassLoader(testsOwn);
    ResteasyListeners.ending(this);

    assertThat(kept).doesNotContainKey(threads);
  }

  @Test
  void where_the_jar_is_in_the_server_another_application_finds_its_listener_again() {
    buildClient();
    ResteasyListeners.ending(this);

    buildClient();

    assertThat(kept).containsKey(own);
  }

  @Test
  void what_comes_from_another_jar_stays() throws ReflectiveOperationException {
    Object anothers = new Another(OAuth2ClientListener.class).instance();
    kept.put(own, List.of(anothers));

    ResteasyListeners.ending(this);

    assertThat(kept).containsEntry(own, List.of(anothers));
  }

  @Test
  void what_has_no_listener_of_ours_stays() {
    RestClientListener anothers = (api, builder) -> {};
    kept.put(own, List.of(anothers));

    ResteasyListeners.ending(this);

    assertThat(kept).containsEntry(own, List.of(anothers));
  }

  @Test
  void without_resteasy_nothing_happens() throws ReflectiveOperationException {
    RestClientBuilderResolver resteasy = RestClientBuilderResolver.instance();
    buildClient();
    RestClientBuilderResolver.setInstance(
        (RestClientBuilderResolver) new WithoutResteasy(AnotherResolver.class).instance());
    try {
      assertThatCode(() -> ResteasyListeners.ending(this)).doesNotThrowAnyException();
    } finally {
      RestClientBuilderResolver.setInstance(resteasy);
    }
    assertThat(kept).containsKey(own);
  }

  private static void buildClient() {
    RestClientBuilder.newBuilder().baseUri(URI.create("http://127.0.0.1:1")).build(Calls.class);
  }

  @SuppressWarnings("unchecked")
  private static Map<ClassLoader, Object> kept() {
    try {
      Field map =
          Class.forName("org.jboss.resteasy.microprofile.client.RestClientListeners")
              .getDeclaredField("map");
      map.setAccessible(true);
      return (Map<ClassLoader, Object>) map.get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
