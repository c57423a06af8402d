package io.mpoauth2.client.telemetry.wiring;

import io.mpoauth2.client.telemetry.wiring.TokenHealth.ClientScope;
import io.mpoauth2.client.telemetry.wiring.TokenHealth.Seen;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Is there a token for each client, as far as is known? Waits for nothing and nobody. Where the
 * last request failed and the pause after it is over, the next one is begun: an application that is
 * not ready gets no calls, which would do that.
 */
final class ReadinessCheck implements HealthCheck {
  private final TokenHealth health;
  private final Function<String, HealthMode> modes;
  private final Consumer<ClientScope> asksAgain;

  /** Read once for each client. */
  private final Map<String, HealthMode> known = new ConcurrentHashMap<>();

  ReadinessCheck(
      TokenHealth health, Function<String, HealthMode> modes, Consumer<ClientScope> asksAgain) {
    this.health = health;
    this.modes = modes;
    this.asksAgain = asksAgain;
  }

  /** Gives one for the tokens of these beans. */
  static ReadinessCheck of(Instance<Object> beans) {
    TokenHealth health = beans.select(TokenHealth.class).get();
    return new ReadinessCheck(
        health, client -> HealthMode.of(ConfigProvider.getConfig(), client), health::askAgain);
  }

  @Override
  public HealthCheckResponse call() {
    Instant now = health.now();
    HealthCheckResponseBuilder response = HealthCheckResponse.named("mp-oauth2-client");
    boolean isReady = true;
    for (Map.Entry<ClientScope, Seen> each : health.all().entrySet()) {
      HealthMode mode = known.computeIfAbsent(each.getKey().client(), modes);
      if (mode != HealthMode.OFF) {
        tell(each.getKey(), each.getValue(), now, response);
        isReady &= mode == HealthMode.WARN || each.getValue().isFine(now);
        if (each.getValue().mayBeAskedAgain(now)) {
          asksAgain.accept(each.getKey());
        }
      }
    }
    return response.status(isReady).build();
  }

  private static void tell(
      ClientScope key, Seen seen, Instant now, HealthCheckResponseBuilder response) {
    String name = key.shown();
    Instant end = seen.usableUntil();
    response.withData(
        name + ".remaining", end == null ? 0 : Math.max(0, Duration.between(now, end).toSeconds()));
    if (seen.error() != null) {
      response.withData(name + ".error", seen.error());
    }
    if (seen.nextAttempt() != null) {
      response.withData(name + ".next-attempt", seen.nextAttempt().toString());
    }
  }
}
