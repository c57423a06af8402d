package io.mpoauth2.client.cdi.deployment;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.cdi.ApplicationTokenProviders;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.FailureWords;
import io.mpoauth2.client.token.operation.LogMessage;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Tells at the start of the application what would else be told by the first call: clients that are
 * named and cannot be used. Asks no server, so one that is down fails no deployment.
 */
@Dependent
class DeploymentCheck {

  /** Where the runtime has not found {@link ClientCollector}, there is nothing to look at. */
  static void starting(
      @Observes Startup startup,
      Instance<NamedClients> found,
      Instance<TokenProviders> providers,
      @Any Instance<TokenProvider> any) {
    if (!found.isResolvable()) {
      return;
    }
    String message;
    boolean isFatal;
    try {
      List<NamedClient> clients = seenFromHere(found.get().all());
      if (clients.isEmpty() || isReplaced(any)) {
        return;
      }
      Config config = ConfigProvider.getConfig();
      String configured = CheckMode.configured(config);
      Optional<CheckMode> mode = CheckMode.of(configured);
      if (mode.equals(Optional.of(CheckMode.OFF))) {
        return;
      }
      isFatal = mode.equals(Optional.of(CheckMode.FAIL));
      message =
          message(mode, configured, new SettingsCheck(config, providers.get()).problems(clients));
    } catch (RuntimeException e) {
      isFatal = false;
      message = "The settings of OAuth2 clients could not be checked: " + FailureWords.of(e);
    }
    if (isFatal && !message.isEmpty()) {
      throw new DeploymentException(message);
    }
    if (!message.isEmpty()) {
      String told = message;
      ClientLog.ofAll().tell(LogMessage.DEPLOYMENT_CHECK, () -> told);
    }
  }

  private static String message(Optional<CheckMode> mode, String configured, String problems) {
    StringBuilder message = new StringBuilder();
    if (!problems.isEmpty()) {
      message.append("OAuth2 clients that cannot be used as they are configured: ");
      message.append(problems);
      message.append(
          mode.equals(Optional.of(CheckMode.FAIL))
              ? " The application does not start, because of " + CheckMode.PROPERTY + "=fail."
              : " Others work, but not in a bean that injects one of these; with "
                  + CheckMode.PROPERTY
                  + "=fail the application would not start.");
    }
    if (mode.isEmpty()) {
      message.append(message.isEmpty() ? "" : " ");
      message
          .append(CheckMode.PROPERTY)
          .append(" must be warn, fail or off, not \"")
          .append(configured.replaceAll("\\p{Cntrl}+", " "))
          .append("\".");
    }
    return message.toString();
  }

  /**
   * What this thread cannot load belongs to another module of the application, a WAR of an EAR, and
   * its settings are not to be seen here either.
   */
  private static List<NamedClient> seenFromHere(List<NamedClient> clients) {
    return clients.stream().filter(each -> isSeenFromHere(each.type())).toList();
  }

  private static boolean isSeenFromHere(String type) {
    try {
      Class.forName(type, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** A test double, say, which needs no settings. */
  private static boolean isReplaced(Instance<TokenProvider> any) {
    Instance<TokenProvider> ours = any.select(OAuth2Client.Literal.INSTANCE);
    if (!ours.isResolvable()) {
      return true;
    }
    Bean<TokenProvider> bean = ours.getHandle().getBean();
    return bean.getBeanClass() != ApplicationTokenProviders.class;
  }
}
