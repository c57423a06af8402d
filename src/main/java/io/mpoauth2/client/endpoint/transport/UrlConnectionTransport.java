package io.mpoauth2.client.endpoint.transport;

import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.CONNECTED_IN_TIME;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.PASSED_ON;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.REACHED;

import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Sends requests with the JDK's {@code HttpURLConnection}, on the calling thread, by the JVM's
 * proxies, with the JVM's TLS. Nothing is kept from one request to the next. Thread-safe.
 */
public final class UrlConnectionTransport {
  private final ScheduledExecutorService timer;

  /** One for all calls: the JDK remembers a proxy's log-in by it, and for as long as it runs. */
  private final Authenticator login = new ProxyLogin();

  /**
   * Makes a transport.
   *
   * @param timer ends what takes too long; its tasks are short
   */
  public UrlConnectionTransport(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @param post the request
   * @return the answer, whatever its status
   * @throws NoAnswerException if there is none that could be read
   * @throws InterruptedException if the thread was interrupted
   */
  public HttpAnswer send(HttpPost post) throws NoAnswerException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Deadline deadline = Deadline.in(post.timeLeft());
    Iterator<Proxy> ways = ways(post.uri()).iterator();
    while (true) {
      Proxy proxy = ways.next();
      try (Call call = new Call(post, proxy, deadline, login, timer)) {
        try {
          call.connect();
        } catch (NoAnswerException e) {
          boolean isDead = e.missing() == REACHED || e.missing() == CONNECTED_IN_TIME;
          if (isDead) {
            tellOf(proxy, post.uri());
          }
          if (isDead && ways.hasNext()) {
            continue;
          }
          throw e;
        }
        return call.exchange();
      } catch (IOException e) {
        throw Diagnosis.of(e);
      }
    }
  }

  private static List<Proxy> ways(URI uri) throws NoAnswerException {
    ProxySelector selector = ProxySelector.getDefault();
    if (selector == null) {
      return List.of(Proxy.NO_PROXY);
    }
    try {
      List<Proxy> ways = selector.select(uri);
      return ways == null || ways.isEmpty() ? List.of(Proxy.NO_PROXY) : List.copyOf(ways);
    } catch (RuntimeException e) {
      throw new NoAnswerException(
          PASSED_ON, "the JVM's ProxySelector threw " + e.getClass().getName());
    }
  }

  /** The selector may name another one first the next time. */
  private static void tellOf(Proxy dead, URI uri) {
    ProxySelector selector = ProxySelector.getDefault();
    if (selector != null && dead.address() != null) {
      try {
        selector.connectFailed(uri, dead.address(), new ConnectException());
      } catch (RuntimeException e) {
        // Its own affair.
      }
    }
  }
}
