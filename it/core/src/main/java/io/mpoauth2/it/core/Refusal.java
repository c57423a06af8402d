package io.mpoauth2.it.core;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** How an API says that a token is not good. */
@FunctionalInterface
interface Refusal {
  void send(HttpExchange exchange) throws IOException;

  /** Gives a refusal with another status or body. */
  static Refusal of(int status, byte[] body) {
    return exchange -> {
      exchange.getResponseHeaders().add("WWW-Authenticate", LoopbackApi.CHALLENGE);
      exchange.getResponseHeaders().add("Content-Type", "text/plain");
      LoopbackApi.send(exchange, status, body);
    };
  }
}
