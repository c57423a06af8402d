package io.mpoauth2.it.telemetry;

import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A point of a metric in words.
 *
 * @param value of a histogram how many there were
 */
record Measurement(String unit, Map<String, Object> attributes, double value) {
  static List<Measurement> of(Metric metric) {
    Stream<Measurement> counted =
        metric.getHistogram().getDataPointsList().stream()
            .map(
                point ->
                    new Measurement(
                        metric.getUnit(),
                        Seen.attributes(point.getAttributesList()),
                        point.getCount()));
    Stream<Measurement> numbers =
        Stream.of(metric.getSum().getDataPointsList(), metric.getGauge().getDataPointsList())
            .flatMap(List::stream)
            .map(
                point ->
                    new Measurement(
                        metric.getUnit(),
                        Seen.attributes(point.getAttributesList()),
                        value(point)));
    return Stream.concat(counted, numbers).toList();
  }

  private static double value(NumberDataPoint point) {
    return point.hasAsInt() ? point.getAsInt() : point.getAsDouble();
  }

  boolean isOfClient(String client) {
    return client.equals(attributes.get("mp_oauth2.client.name"));
  }
}
