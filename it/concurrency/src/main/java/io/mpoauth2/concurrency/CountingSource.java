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
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger issued = new AtomicInteger();
  private final Duration promise;
  private final Duration lifetime;
  private volatile boolean overlapped;
  private volatile boolean sharing;
  private volatile Trouble trouble = Trouble.NONE;
  private volatile String settings = "as deployed";

  CountingSource(Duration promise, Duration lifetime) {
    this.promise = promise;
    this.lifetime = lifetime;
  }

  @Override
  public Exchange prepare(AccessToken refused) {
    read.incrementAndGet();
    String now = settings;
    if (now.isEmpty()) {
      throw new SettingsProblem("nothing is set");
    }
    return new Request(this, refused == null ? "" : refused.value(), now, promise);
  }

  /** Has the requests from now on meet this trouble. */
  void meets(Trouble trouble) {
    this.trouble = trouble;
  }

  /** Gives the token that others have from now on, unless it is told that one was refused. */
  void sharesTokens() {
    sharing = true;
  }

  /** Settings are other ones from now on; unusable if they are empty. */
  String settingsBecome(String other) {
    settings = other;
    return "set";
  }

  /** Gives in words how many requests there were, and whether any two were under way at once. */
  String account() {
    int requests = sent.get();
    return requests
        + (requests == 1 ? " request" : " requests")
        + (overlapped ? ", overlapping" : "");
  }

  /** Gives in words how often settings were read. */
  String readings() {
    int readings = read.get();
    return readings + (readings == 1 ? " reading" : " readings");
  }

  private IssuedToken answer(String refused) throws InterruptedException {
    int number = sent.incrementAndGet();
    if (underWay.incrementAndGet() > 1) {
      overlapped = true;
    }
    try {
      // Else the request is over before anybody could come and join it.
      Thread.yield();
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      trouble.befall(number);
      return issue(refused);
    } finally {
      underWay.decrementAndGet();
    }
  }

  private IssuedToken issue(String refused) {
    int last = issued.get();
    boolean another = !sharing || last == 0 || refused.equals("token-" + last);
    int number = another ? issued.incrementAndGet() : last;
    AccessToken token =
        new AccessToken(
                "token-" + number,
                "Bearer",
                Instant.EPOCH.plusSeconds(number),
                Set.of("read-" + number))
            .withRequestedScope(Set.of("read-" + number, "write-" + number));
    return IssuedToken.of(token, lifetime);
  }

  /** Equal as long as no setting changed, whatever was refused. */
  private record Request(CountingSource source, String refused, String settings, Duration timeout)
      implements Exchange {
    @Override
    public IssuedToken send(Duration left) throws InterruptedException {
      return source.answer(refused);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Request request && settings.equals(request.settings);
    }

    @Override
    public int hashCode() {
      return settings.hashCode();
    }
  }
}
