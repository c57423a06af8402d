package io.mpoauth2.client.restclient;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * What an application has in common, as far as the calling thread sees it: with CDI its providers
 * and beans, in Java SE nothing.
 */
final class Application {
  private final TokenProviders providers;

  /** What makes our beans; null where there are none. */
  private final @Nullable Class<?> ours;

  private Application(TokenProviders providers, @Nullable Class<?> ours) {
    this.providers = providers;
    this.ours = ours;
  }

  static Application of(Config config) {
    try {
      Instance<TokenProviders> found = CDI.current().select(TokenProviders.class);
      if (found.isResolvable()) {
        Instance.Handle<TokenProviders> handle = found.getHandle();
        return new Application(handle.get(), handle.getBean().getBeanClass());
      }
    } catch (IllegalStateException | LinkageError e) {
      // Java SE: no container is running, or there is no CDI API at all.
    }
    return new Application(TokenProviders.from(config), null);
  }

  TokenProviders providers() {
    return providers;
  }

  /**
   * Gives the bean that the application has in the place of ours.
   *
   * @return null if it has none
   */
  @Nullable TokenProvider replacement(Choice.Token token, Findings findings) {
    if (ours == null) {
      return null;
    }
    Instance<TokenProvider> found =
        CDI.current()
            .select(
                TokenProvider.class,
                OAuth2Client.Literal.of(token.client(), token.scope().toArray(String[]::new)));
    if (found.isResolvable()) {
      Instance.Handle<TokenProvider> handle = found.getHandle();
      return handle.getBean().getBeanClass() == ours ? null : handle.get();
    }
    findings.problem(
        found.isUnsatisfied()
            ? "no bean gives a TokenProvider with @OAuth2Client(\""
                + token.client()
                + "\"), not even the library's: one that replaces it must have the qualifiers"
                + " @Default and @OAuth2Client"
            : "several beans give a TokenProvider with @OAuth2Client(\""
                + token.client()
                + "\"), so that nobody knows which one REST clients have: "
                + String.join(", ", beans(found))
                + "; one that replaces the library's must be an @Alternative with a @Priority");
    return null;
  }

  private static List<String> beans(Instance<TokenProvider> found) {
    List<String> names = new ArrayList<>();
    for (Instance.Handle<TokenProvider> each : found.handles()) {
      Bean<?> bean = each.getBean();
      names.add(bean.getBeanClass().getName());
    }
    return names;
  }
}
