package io.mpoauth2.it.telemetry;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A span in words. */
record Seen(
    String trace,
    String id,
    String parent,
    String name,
    Span.SpanKind kind,
    Map<String, Object> attributes,
    List<String> links,
    List<Map<String, Object>> events,
    long start,
    long end) {

  static Seen of(Span span) {
    return new Seen(
        hex(span.getTraceId().toByteArray()),
        hex(span.getSpanId().toByteArray()),
        hex(span.getParentSpanId().toByteArray()),
        span.getName(),
        span.getKind(),
        attributes(span.getAttributesList()),
        span.getLinksList().stream().map(link -> hex(link.getTraceId().toByteArray())).toList(),
        span.getEventsList().stream()
            .map(
                event -> {
                  Map<String, Object> all = attributes(event.getAttributesList());
                  all.put("name", event.getName());
                  return all;
                })
            .toList(),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano());
  }

  boolean isOfClient(String client) {
    return client.equals(attributes.get("mp_oauth2.client.name"));
  }

  static Map<String, Object> attributes(List<KeyValue> list) {
    Map<String, Object> attributes = new TreeMap<>();
    for (KeyValue each : list) {
      attributes.put(each.getKey(), value(each.getValue()));
    }
    return attributes;
  }

  private static Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case BOOL_VALUE -> value.getBoolValue();
      default -> value.getStringValue();
    };
  }

  private static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }
}
