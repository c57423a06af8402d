package io.mpoauth2.sandbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.util.Callback;

/** The requests that have arrived and have no whole answer yet. */
final class Unanswered {
  private final Map<Callback, String> requests = new ConcurrentHashMap<>();

  /** Counts a request until its end is told to what is given back. */
  Callback until(Callback end, String request) {
    requests.put(end, request);
    return new Callback.Nested(end) {
      @Override
      public void succeeded() {
        requests.remove(end);
        super.succeeded();
      }

      @Override
      public void failed(Throwable x) {
        requests.remove(end);
        super.failed(x);
      }
    };
  }

  List<String> requests() {
    return List.copyOf(requests.values());
  }
}
