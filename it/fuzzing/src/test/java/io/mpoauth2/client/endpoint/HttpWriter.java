package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import java.util.Map;
import java.util.TreeMap;

/** Makes one answer, as the transport gives it. */
final class HttpWriter {
  private final int status;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  HttpWriter(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  boolean hasBody() {
    return status != 204 && status != 304;
  }

  void header(String name, String value) {
    headers.put(name, value);
  }

  HttpAnswer answer(String text) {
    return new HttpAnswer(status, headers, hasBody() ? text : "");
  }
}
