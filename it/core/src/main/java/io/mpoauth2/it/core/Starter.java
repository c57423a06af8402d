package io.mpoauth2.it.core;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wants a token when the application starts. */
@ApplicationScoped
public class Starter {
  private final List<String> outcomes = new CopyOnWriteArrayList<>();

  void starting(@Observes Startup event, @OAuth2Client("signicat") TokenProvider tokens) {
    try {
      outcomes.add(tokens.token().value().isEmpty() ? "empty" : "token");
    } catch (RuntimeException e) {
      // Told by the test, not by an application that does not start.
      outcomes.add(e.toString());
    }
  }

  List<String> outcomes() {
    return List.copyOf(outcomes);
  }
}
