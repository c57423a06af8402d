package io.mpoauth2.sandbox;

import java.util.ArrayList;
import java.util.List;

/** The requests in order of arrival. The counters are read off it, so the two always agree. */
final class RequestLog {
  private final List<LoggedRequest> requests = new ArrayList<>();

  synchronized void add(LoggedRequest request) {
    requests.add(request);
  }

  synchronized List<LoggedRequest> requests() {
    return List.copyOf(requests);
  }

  Counters counters() {
    int tokens = 0;
    int unauthorized = 0;
    List<LoggedRequest> all = requests();
    for (LoggedRequest request : all) {
      if (request.toTokenEndpoint()) {
        tokens++;
      } else if (request.status() == 401) {
        unauthorized++;
      }
    }
    return new Counters(tokens, all.size() - tokens, unauthorized);
  }
}
