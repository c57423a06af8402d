package io.mpoauth2.demo;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Callable;

/** What came of a call, in words: 200 and the value, or 502 and the exceptions, one per line. */
final class Outcome {
  private Outcome() {}

  static Response of(Callable<String> call) {
    try {
      return answer(Response.Status.OK, call.call());
    } catch (Exception e) {
      return answer(Response.Status.BAD_GATEWAY, told(e));
    }
  }

  private static String told(Throwable thrown) {
    String line = thrown.getClass().getSimpleName();
    Throwable cause = thrown.getCause();
    String message = thrown.getMessage();
    // RESTEasy's exception repeats the one that it wraps, which has its own line.
    if (message != null && (cause == null || !message.contains(cause.toString()))) {
      line += ": " + message;
    }
    // The library's message says it all; the causes beneath are for who looks for a fault in it.
    return cause == null || isOfLibrary(thrown) ? line : line + "\ncaused by " + told(cause);
  }

  private static boolean isOfLibrary(Throwable thrown) {
    return thrown.getClass().getName().startsWith("io.mpoauth2.client.");
  }

  private static Response answer(Response.Status status, String text) {
    return Response.status(status)
        .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
        .entity(text)
        .build();
  }
}
