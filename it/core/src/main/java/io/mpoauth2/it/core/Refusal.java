package io.mpoauth2.it.core;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How an API says that a token is not good.
 *
 * @param status of the answer
 * @param way how it is sent
 */
record Refusal(int status, Way way) {
  /** The way of a 401 that goes wrong begins so. */
  private static final byte[] BEGINNING = new byte[10];

  private static final int SAID_TO_COME = 100;
  private static final int DRIPS = 80;
  private static final int MILLIS_BETWEEN_DRIPS = 100;

  /** Gives a refusal with another status or body. */
  static Refusal of(int status, byte[] body) {
    return new Refusal(status, (exchange, ended) -> LoopbackApi.send(exchange, status, body));
  }

  /** A coding that nobody asked for, and that only some readers understand. */
  static Refusal zipped() {
    byte[] body = GzipInterceptor.zipped(new byte[1_000]);
    return new Refusal(
        401,
        (exchange, ended) -> {
          exchange.getResponseHeaders().add("Content-Encoding", GzipInterceptor.GZIP);
          LoopbackApi.send(exchange, 401, body);
        });
  }

  /** Comes for eight seconds. */
  static Refusal dripping() {
    return new Refusal(
        401,
        (exchange, ended) -> {
          exchange.sendResponseHeaders(401, 0);
          try (exchange;
              OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < DRIPS && !isOver(ended, MILLIS_BETWEEN_DRIPS); i++) {
              body.write('.');
              body.flush();
            }
          }
        });
  }

  /** Says that more is to come, which never does. */
  static Refusal hanging() {
    return new Refusal(
        401,
        (exchange, ended) -> {
          begin(exchange);
          isOver(ended, Integer.MAX_VALUE);
          exchange.close();
        });
  }

  /** Says that more is to come, and is gone. */
  static Refusal cut() {
    return new Refusal(
        401,
        (exchange, ended) -> {
          begin(exchange);
          exchange.close();
        });
  }

  private static void begin(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(401, SAID_TO_COME);
    exchange.getResponseBody().write(BEGINNING);
    exchange.getResponseBody().flush();
  }

  private static boolean isOver(CountDownLatch ended, int millis) {
    try {
      return ended.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  void send(HttpExchange exchange, CountDownLatch ended) throws IOException {
    exchange.getResponseHeaders().add("WWW-Authenticate", LoopbackApi.CHALLENGE);
    exchange.getResponseHeaders().add("Content-Type", "text/plain");
    way.send(exchange, ended);
  }

  /** Sends status and body. */
  @FunctionalInterface
  interface Way {
    /**
     * Sends them.
     *
     * @param ended is open as soon as nobody waits for the rest
     */
    void send(HttpExchange exchange, CountDownLatch ended) throws IOException;
  }
}
