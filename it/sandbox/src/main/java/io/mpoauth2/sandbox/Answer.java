package io.mpoauth2.sandbox;

import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;

/** What a client is to get, and how. The header fields are immutable. */
record Answer(int status, HttpFields headers, byte[] body, Duration delay, Delivery delivery) {

  static Answer of(int status, String mediaType, byte[] body) {
    return new Answer(status, HttpFields.EMPTY, body, Duration.ZERO, Delivery.WHOLE)
        .header("Content-Type", mediaType);
  }

  static Answer json(int status, Object value) {
    return of(status, "application/json", Json.bytes(value));
  }

  static Answer noContent() {
    return new Answer(204, HttpFields.EMPTY, new byte[0], Duration.ZERO, Delivery.WHOLE);
  }

  /** Replaces the field of this name. */
  Answer header(String name, String value) {
    HttpFields fields = HttpFields.build(headers).put(name, value).asImmutable();
    return new Answer(status, fields, body, delay, delivery);
  }

  /** Adds a line, whether or not the field is there already. */
  Answer headerLine(String name, String value) {
    HttpFields fields = HttpFields.build(headers).add(name, value).asImmutable();
    return new Answer(status, fields, body, delay, delivery);
  }

  Answer after(Duration newDelay) {
    return new Answer(status, headers, body, newDelay, delivery);
  }

  Answer delivered(Delivery newDelivery) {
    return new Answer(status, headers, body, delay, newDelivery);
  }

  /** Zero where no answer goes out at all. */
  int statusOnTheWire() {
    return delivery == Delivery.HANG || delivery == Delivery.RESET ? 0 : status;
  }
}
