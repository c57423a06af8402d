package io.mpoauth2.it.core;

import io.mpoauth2.it.core.api.Calls;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opentest4j.TestAbortedException;

/**
 * What a call comes to.
 *
 * @param status of the answer, 0 where there is none
 * @param headers of the answer, without the time
 * @param body of the answer as the user's readers give it, or what is thrown instead of an answer
 * @param seen what the user's code saw meanwhile
 */
record Outcome(int status, Map<String, List<String>> headers, String body, List<String> seen) {
  /** Whoever waits for longer, waits forever. */
  private static final int LONGEST_SECONDS = 10;

  static Outcome of(Stage stage, Calls calls, Rows.Call call) {
    FutureTask<Outcome> answer = new FutureTask<>(() -> made(stage, calls, call));
    Thread caller = new Thread(answer, "caller");
    caller.setDaemon(true);
    caller.start();
    try {
      return answer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      AssertionError late = new AssertionError("no answer within " + LONGEST_SECONDS + " s", e);
      late.setStackTrace(caller.getStackTrace());
      throw late;
    } catch (ExecutionException e) {
      return thrown(stage, e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Outcome made(Stage stage, Calls calls, Rows.Call call) {
    try (Response response = call.make(calls)) {
      String body = hasBody(response) ? body(response) : "";
      Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      response.getStringHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
      headers.remove("Date");
      return new Outcome(response.getStatus(), headers, body, stage.seenSince());
    }
  }

  /** Asked, Jersey over java.net.http loses a byte: so where a length says it, that is enough. */
  private static boolean hasBody(Response response) {
    String length = response.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    return length == null ? response.hasEntity() : !length.equals("0");
  }

  /** One that a row has made itself, of what a callback got, can only be asked for its entity. */
  private static String body(Response response) {
    try {
      return response.readEntity(String.class);
    } catch (IllegalStateException e) {
      return String.valueOf(response.getEntity());
    }
  }

  /** Callers of Jakarta REST reckon with these two, and with nothing else. */
  private static Outcome thrown(Stage stage, Throwable thrown) {
    if (thrown instanceof CompletionException) {
      return thrown(stage, thrown.getCause());
    }
    if (thrown instanceof TestAbortedException aborted) {
      throw aborted;
    }
    if (thrown instanceof WebApplicationException answered) {
      int status = answered.getResponse().getStatus();
      return new Outcome(status, Map.of(), thrown.toString(), stage.seenSince());
    }
    if (thrown instanceof ProcessingException) {
      return new Outcome(0, Map.of(), thrown.toString(), stage.seenSince());
    }
    throw new AssertionError("no answer, but an exception that nobody reckons with", thrown);
  }
}
