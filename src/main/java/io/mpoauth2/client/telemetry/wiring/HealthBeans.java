package io.mpoauth2.client.telemetry.wiring;

import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.watch.PromptListener;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/** Makes the readiness check, and who listens for it. */
public final class HealthBeans implements SyntheticBeanCreator<HealthCheck> {
  private static final String LISTENER = "mpOAuth2TokenHealth";

  /** Made by CDI. */
  public HealthBeans() {}

  static void addTo(SyntheticComponents components) {
    components
        .addBean(TokenListener.class)
        .type(TokenListener.class)
        .type(PromptListener.class)
        .type(TokenHealth.class)
        .scope(Singleton.class)
        .name(LISTENER)
        .createWith(ListenerCreator.class);
    components
        .addBean(HealthCheck.class)
        .type(HealthCheck.class)
        .qualifier(Readiness.Literal.INSTANCE)
        .scope(Singleton.class)
        .createWith(HealthBeans.class);
  }

  @Override
  public HealthCheck create(Instance<Object> lookup, Parameters parameters) {
    return ReadinessCheck.of(lookup);
  }

  /** Makes who listens. */
  public static final class ListenerCreator implements SyntheticBeanCreator<TokenListener> {
    /** Made by CDI. */
    public ListenerCreator() {}

    @Override
    public TokenListener create(Instance<Object> lookup, Parameters parameters) {
      return new TokenHealth(InstantSource.system());
    }
  }
}
