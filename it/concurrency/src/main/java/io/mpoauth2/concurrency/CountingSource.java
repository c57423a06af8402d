package io.mpoauth2.concurrency;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An authorization server in memory. It hands out {@code token-1}, {@code token-2} and so on, each
 * stale 300 s and expired 30 s before its end, and counts its requests.
 */
final class CountingSource implements TokenSource {
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger issued = new AtomicInteger();
  private final Duration promise;
  private final Duration lifetime;
  private volatile boolean overlapped;
  private volatile Trouble trouble = Trouble.NONE;

  CountingSource(Duration promise, Duration lifetime) {
    this.promise = promise;
    this.lifetime = lifetime;
  }

  @Override
  public Exchange prepare(AccessToken refused) {
    return new Request(this, promise);
  }

  /** Has the requests from now on meet this trouble. */
  void meets(Trouble trouble) {
    this.trouble = trouble;
  }

  /** Gives in words how many requests there were, and whether any two were under way at once. */
  String account() {
    int requests = sent.get();
    return requests
        + (requests == 1 ? " request" : " requests")
        + (overlapped ? ", overlapping" : "");
  }

  private IssuedToken answer() throws InterruptedException {
    int number = sent.incrementAndGet();
    if (underWay.incrementAndGet() > 1) {
      overlapped = true;
    }
    try {
      // Else the request is over before anybody could come and follow it.
      Thread.yield();
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      trouble.befall(number);
      return issue();
    } finally {
      underWay.decrementAndGet();
    }
  }

  private IssuedToken issue() {
    int number = issued.incrementAndGet();
    AccessToken token =
        new AccessToken(
            "token-" + number,
            "Bearer",
            Instant.EPOCH.plusSeconds(number),
            Set.of("read-" + number),
            Set.of("read-" + number, "write-" + number));
    return new IssuedToken(token, lifetime, Duration.ofSeconds(30), Duration.ofSeconds(300));
  }

  private record Request(CountingSource source, Duration timeout) implements Exchange {
    @Override
    public IssuedToken send() throws InterruptedException {
      return source.answer();
    }
  }
}
