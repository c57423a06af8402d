package io.mpoauth2.client.endpoint.transport;

import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.CONNECTED_IN_TIME;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.PASSED_ON;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.REACHED;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpRetryException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with the JDK's {@code HttpURLConnection}, on the calling thread, by the way that
 * each one has. Keeps what it made for the way of the last request: sockets for TLS and a proxy's
 * log-in. Thread-safe.
 */
public final class UrlConnectionTransport {
  private final ScheduledExecutorService timer;

  private final Handshakes handshakes = new Handshakes();

  /** One for all calls: the JDK remembers a proxy's log-in by it, and for as long as it runs. */
  private final ProxyLogin loginOfTheJvm = new ProxyLogin(null);

  private final Kept<ProxyChoice.Account, ProxyLogin> logins = new Kept<>();

  /** Set after a request without an answer: who is down is not to be asked twice at a time. */
  private volatile boolean sendsOnce;

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
   * @param request the request
   * @return the answer, whatever its status
   * @throws NoAnswerException if there is none that could be read
   * @throws InterruptedException if the thread was interrupted
   */
  public HttpAnswer send(HttpRequest request) throws NoAnswerException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Deadline deadline = Deadline.in(request.timeLeft());
    ProxyChoice choice = request.route().proxy();
    List<Proxy> ways =
        choice.proxy() == null ? waysOfTheJvm(request.uri()) : List.of(choice.proxy());
    try {
      HttpAnswer answer = send(request, ways.iterator(), deadline, sendsOnce);
      sendsOnce = false;
      return answer;
    } catch (NoAnswerException e) {
      sendsOnce = true;
      throw e;
    }
  }

  private HttpAnswer send(
      HttpRequest request, Iterator<Proxy> ways, Deadline deadline, boolean isSentOnce)
      throws NoAnswerException, InterruptedException {
    ProxyChoice choice = request.route().proxy();
    ProxyLogin login = login(choice.account());
    while (true) {
      Proxy proxy = ways.next();
      try (Call call = new Call(request, proxy, deadline, login, handshakes, timer, isSentOnce)) {
        try {
          call.connect();
        } catch (NoAnswerException e) {
          boolean isDead = e.missing() == REACHED || e.missing() == CONNECTED_IN_TIME;
          if (isDead && choice.proxy() == null) {
            tellSelector(proxy, request.uri());
          }
          if (isDead && ways.hasNext()) {
            continue;
          }
          throw e;
        }
        return call.exchange();
      } catch (HttpRetryException e) {
        // Somebody answers again: 401, whose body the JDK keeps to itself, or 407.
        return send(request, List.of(proxy).iterator(), deadline, false);
      } catch (IOException e) {
        throw Diagnosis.of(e);
      }
    }
  }

  private ProxyLogin login(ProxyChoice.@Nullable Account account) {
    return account == null ? loginOfTheJvm : logins.of(account, ProxyLogin::new);
  }

  private static List<Proxy> waysOfTheJvm(URI uri) throws NoAnswerException {
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
  private static void tellSelector(Proxy dead, URI uri) {
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
