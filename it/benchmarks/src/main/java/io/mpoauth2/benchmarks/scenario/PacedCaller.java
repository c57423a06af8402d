package io.mpoauth2.benchmarks.scenario;

import io.mpoauth2.benchmarks.contender.Contender;
import io.mpoauth2.benchmarks.endpoint.Pause;
import io.mpoauth2.benchmarks.endpoint.TokenServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One caller, who asks for a token again and again with a pause between. */
final class PacedCaller implements Runnable {
  private final Contender contender;
  private final TokenServer server;
  private final Duration pace;
  private final List<Call> ended = new ArrayList<>();
  private volatile boolean stopped;

  /** When the call that is under way was begun; zero between two calls. */
  private volatile long waitingSince;

  /** When the last call ended that gave a token; zero if none has. */
  private volatile long wellAt;

  PacedCaller(Contender contender, TokenServer server, Duration pace) {
    this.contender = contender;
    this.server = server;
    this.pace = pace;
  }

  @Override
  public void run() {
    while (!stopped) {
      long start = System.nanoTime();
      waitingSince = start;
      String token = tokenOrNull();
      long end = System.nanoTime();
      waitingSince = 0;
      Call call = new Call(start, end - start, outcome(token));
      if (call.hasToken()) {
        wellAt = end;
      }
      synchronized (ended) {
        ended.add(call);
      }
      Pause.of(pace);
    }
  }

  void stop() {
    stopped = true;
  }

  /** Gives when it last got a token, in nanoseconds after {@code instant}; negative if before. */
  long wellAfter(long instant) {
    return wellAt == 0 ? Long.MIN_VALUE : wellAt - instant;
  }

  List<Call> calls() {
    long since = waitingSince;
    List<Call> calls;
    synchronized (ended) {
      calls = new ArrayList<>(ended);
    }
    if (since != 0) {
      calls.add(new Call(since, System.nanoTime() - since, Call.Outcome.STILL_WAITING));
    }
    return calls;
  }

  private String tokenOrNull() {
    try {
      return contender.token();
    } catch (RuntimeException e) {
      return null;
    }
  }

  private Call.Outcome outcome(String token) {
    if (token == null) {
      return Call.Outcome.FAILURE;
    }
    return server.isEnded(token) ? Call.Outcome.TOKEN_AFTER_ITS_END : Call.Outcome.TOKEN;
  }
}
