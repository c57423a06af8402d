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
import java.net.URLClassLoader;
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

  /** A module of a server, which finds what it is linked with and has no parent. */
  private static final class Deployed extends ClassLoader {
    private final ClassLoader linked;

    Deployed(ClassLoader linked) {
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

  /** Defines the resolver itself, and knows MicroProfile but no RESTEasy. */
  private static final class WithoutResteasy extends ClassLoader {
    WithoutResteasy(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.jboss.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.equals(AnotherResolver.class.getName())) {
        return super.loadClass(name, resolve);
      }
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = Objects.requireNonNull(file).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
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
  void a_loader_that_the_server_puts_before_the_applications_is_the_applications() {
    ClassLoader before = new URLClassLoader(new URL[0], own);
    Thread.currentThread().setContextClassLoader(before);
    buildClient();
    assertThat(kept).containsKey(before);

    ResteasyListeners.ending(this);

    assertThat(kept).doesNotContainKey(before);
  }

  @Test
  void what_is_another_applications_stays() {
    ClassLoader another = new URLClassLoader(new URL[0], own);
    Thread.currentThread().setContextClassLoader(another);
    buildClient();
    Thread.currentThread().setContextClassLoader(testsOwn);

    ResteasyListeners.ending(this);

    assertThat(kept).containsKey(another);
  }

  @Test
  void where_the_jar_is_in_the_server_nothing_is_taken_out() {
    ClassLoader application = new Deployed(own);
    Thread.currentThread().setContextClassLoader(application);
    buildClient();

    ResteasyListeners.ending(this);

    assertThat(kept).containsKey(application);
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
        (RestClientBuilderResolver)
            new WithoutResteasy(own)
                .loadClass(AnotherResolver.class.getName())
                .getDeclaredConstructor()
                .newInstance());
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
