package io.mpoauth2.client.telemetry;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.Meter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** Payara 6 and 7 have an OpenTelemetry from before 1.32, which knows no advice of boundaries. */
class OlderApiTest {
  @Test
  void an_api_without_the_advice_of_boundaries_is_enough() {
    Meter meter = withoutAdvice(Meter.class, OpenTelemetry.noop().getMeter("older"));

    assertThatCode(() -> new TokenMeters(meter).close()).doesNotThrowAnyException();
  }

  /** Gives the same, whose builder of histograms lacks the method as one of an older jar does. */
  private static <T> T withoutAdvice(Class<T> type, Object there) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("setExplicitBucketBoundariesAdvice")) {
                throw new NoSuchMethodError(method.getName());
              }
              Object result = answer(there, method, arguments);
              return method.getReturnType() == DoubleHistogramBuilder.class
                  ? withoutAdvice(DoubleHistogramBuilder.class, result)
                  : result;
            }));
  }

  private static Object answer(Object there, Method method, Object[] arguments) throws Throwable {
    try {
      // Public by its interface, though the class that is behind it is not.
      return method.invoke(there, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
