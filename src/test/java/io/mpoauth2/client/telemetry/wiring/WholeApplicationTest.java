package io.mpoauth2.client.telemetry.wiring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.RegisteredConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server's library sees what the application sees by the name that every server has for it. */
public class WholeApplicationTest {
  private static final String FACTORY = Context.INITIAL_CONTEXT_FACTORY;

  /** The container's observers ask for one. */
  private final RegisteredConfig config = new RegisteredConfig();

  /** What only the application knows. */
  @Dependent
  public static class Known {}

  /** Asks for a bean manager where the test's container is. */
  public static final class Naming implements InitialContextFactory {
    @Override
    @SuppressWarnings("BanJNDI") // The name is ours.
    public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
      return new InitialContext(true) {
        @Override
        public Object lookup(String name) {
          assertThat(name).isEqualTo("java:comp/BeanManager");
          return CDI.current().getBeanManager();
        }
      };
    }
  }

  @AfterEach
  void forget() {
    System.clearProperty(FACTORY);
    config.close();
  }

  @Test
  void beans_of_the_application_are_found() {
    System.setProperty(FACTORY, Naming.class.getName());
    try (SeContainer running =
        SeContainerInitializer.newInstance().addBeanClasses(Known.class).initialize()) {
      assertThat(running.isRunning()).isTrue();
      Instance<Known> found = requireNonNull(WholeApplication.select(Known.class));

      assertThat(found.isResolvable()).isTrue();
    }
  }

  @Test
  void where_there_is_no_jndi_there_is_nothing() {
    assertThat(WholeApplication.select(Known.class)).isNull();
  }
}
