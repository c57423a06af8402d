package io.mpoauth2.client.telemetry.wiring;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * What the application sees. Where this library is installed in the server, it sees less: on
 * WildFly neither the application's beans nor those of other modules.
 */
final class WholeApplication {
  private WholeApplication() {}

  /** Gives the beans of a type; null where the thread belongs to no application. */
  @SuppressWarnings("BanJNDI") // The name is a constant.
  static <T> @Nullable Instance<T> select(Class<T> type) {
    try {
      return new InitialContext().lookup("java:comp/BeanManager") instanceof BeanManager beans
          ? beans.createInstance().select(type)
          : null;
    } catch (NamingException | RuntimeException | LinkageError e) {
      // There is no JNDI here, as on Quarkus, or none for this thread.
      return null;
    }
  }
}
