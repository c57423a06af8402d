package io.mpoauth2.client.telemetry.wiring;

import io.mpoauth2.client.telemetry.OpenTelemetryListener;
import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.watch.PromptListener;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanDisposer;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.inject.Singleton;

/**
 * Makes the listener of the application's {@code OpenTelemetry} bean, never of the global one: to
 * ask for that would set it. Where there is no such bean, or one that does nothing, nobody listens.
 */
public final class OpenTelemetryBean
    implements SyntheticBeanCreator<TokenListener>, SyntheticBeanDisposer<TokenListener> {
  /** Made by CDI. */
  public OpenTelemetryBean() {}

  static void addTo(SyntheticComponents components) {
    components
        .addBean(TokenListener.class)
        .type(TokenListener.class)
        .type(PromptListener.class)
        .scope(Singleton.class)
        .name("mpOAuth2OpenTelemetry")
        .createWith(OpenTelemetryBean.class)
        .disposeWith(OpenTelemetryBean.class);
  }

  @Override
  public TokenListener create(Instance<Object> lookup, Parameters parameters) {
    Instance<OpenTelemetry> found = lookup.select(OpenTelemetry.class);
    if (!found.isResolvable()) {
      return new Nobody();
    }
    OpenTelemetry openTelemetry = found.get();
    return openTelemetry == OpenTelemetry.noop()
        ? new Nobody()
        : new OpenTelemetryListener(openTelemetry);
  }

  @Override
  public void dispose(TokenListener listener, Instance<Object> lookup, Parameters parameters) {
    if (listener instanceof OpenTelemetryListener telemetry) {
      telemetry.close();
    }
  }

  private static final class Nobody implements PromptListener {}
}
