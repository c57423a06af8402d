package io.mpoauth2.client.endpoint.transport;

import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.ANSWERED_IN_TIME;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.CONNECTED_IN_TIME;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.LOGGED_IN;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.PASSED_ON;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.TRUSTED;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** One request by one way on a connection of its own, which ends with it. */
final class Call implements AutoCloseable {
  private final byte @Nullable [] body;
  private final Proxy proxy;
  private final Deadline deadline;
  private final HttpURLConnection connection;
  private final Deadline connectDeadline;
  private final ProxyLogin login;
  private final Watch watch;

  /** Whether the certificate is one of another host: then the JDK asks us once more. */
  private volatile boolean isStranger;

  Call(
      HttpRequest request,
      Proxy proxy,
      Deadline deadline,
      ProxyLogin login,
      Handshakes handshakes,
      ScheduledExecutorService timer,
      boolean isSentOnce)
      throws IOException {
    this.body = request.body() == null ? null : request.body().getBytes(US_ASCII);
    this.proxy = proxy;
    this.deadline = deadline;
    this.login = login;
    this.connection = (HttpURLConnection) request.uri().toURL().openConnection(proxy);
    this.connectDeadline = Deadline.in(request.connectTimeout()).orEarlier(deadline);
    connection.setRequestMethod(body == null ? "GET" : "POST");
    connection.setDoOutput(body != null);
    if (body != null && isSentOnce) {
      // What the JDK does not keep it cannot send again.
      connection.setFixedLengthStreamingMode(body.length);
    }
    login.begins();
    connection.setAuthenticator(login);
    connection.setUseCaches(false);
    // It would take the credentials elsewhere (RFC 9110, section 15.4).
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(connectDeadline.millis());
    // Read once by the JDK, before it connects.
    connection.setReadTimeout(deadline.millis());
    request.headers().forEach(connection::setRequestProperty);
    // One small request an hour: a connection that is kept would be stale when it is wanted.
    connection.setRequestProperty("Connection", "close");
    connection.setRequestProperty("Accept-Encoding", "identity");
    if (connection instanceof HttpsURLConnection secured) {
      secure(secured, handshakes.of(request.route().tls()));
    }
    this.watch = new Watch(timer, connection::disconnect, connectDeadline);
  }

  /** As it is set for this client or the JVM, and not as somebody has weakened it since. */
  private void secure(HttpsURLConnection secured, SSLSocketFactory sockets) {
    secured.setSSLSocketFactory(sockets);
    secured.setHostnameVerifier(
        (host, session) -> {
          isStranger = true;
          return false;
        });
  }

  /** Connects: to a proxy and through it, with a handshake where there is one. */
  void connect() throws NoAnswerException, InterruptedException {
    try {
      connection.connect();
      watch.until(deadline);
    } catch (IOException | RuntimeException e) {
      throw failure(e, connectDeadline.isOver());
    }
  }

  /**
   * Sends the request and reads the answer to its end.
   *
   * @throws HttpRetryException if it was to be sent once, and the JDK wants to send it again
   */
  HttpAnswer exchange() throws NoAnswerException, InterruptedException, HttpRetryException {
    try {
      if (body != null) {
        connection.getOutputStream().write(body);
      }
      return answer();
    } catch (HttpRetryException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The last is the JDK's way out of a thousand interim answers.
      throw failure(e, false);
    }
  }

  private HttpAnswer answer() throws IOException, NoAnswerException, InterruptedException {
    // Not to be closed: it would give the connection to those that the JDK keeps.
    InputStream in = body();
    // From now on its reader looks at the clock; to be disconnected would wait for the reader.
    watch.close();
    int status = connection.getResponseCode();
    if (status == HttpURLConnection.HTTP_PROXY_AUTH && proxy.type() == Proxy.Type.HTTP) {
      throw new NoAnswerException(login.isRefused() ? LOGGED_IN : PASSED_ON, "407");
    }
    HttpAnswer head = new HttpAnswer(status, headers(), "");
    String body = new Body(deadline).read(in, length(head), head);
    return new HttpAnswer(status, head.headers(), body);
  }

  private InputStream body() throws IOException {
    try {
      return connection.getInputStream();
    } catch (IOException e) {
      InputStream error = connection.getErrorStream();
      if (error != null) {
        return error;
      }
      // So it throws for a status from 400 on, and has nothing to read where the length is told
      // as zero; everything else, a head that breaks off too, has a class of its own.
      boolean isEmpty =
          (e.getClass() == IOException.class || e instanceof FileNotFoundException)
              && connection.getResponseCode() >= 400;
      if (isEmpty) {
        return InputStream.nullInputStream();
      }
      throw e;
    }
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    connection
        .getHeaderFields()
        // The status line is there without a name.
        .forEach((name, values) -> headers.put(String.valueOf(name), values.get(0)));
    return headers;
  }

  private long length(HttpAnswer head) {
    boolean isToldOtherwise =
        head.status() == HttpURLConnection.HTTP_NO_CONTENT
            || head.status() == HttpURLConnection.HTTP_NOT_MODIFIED
            || !head.header("Transfer-Encoding").isEmpty();
    return isToldOtherwise ? -1 : connection.getContentLengthLong();
  }

  private NoAnswerException failure(Throwable failure, boolean isLateToConnect)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (deadline.isOver()) {
      return new NoAnswerException(ANSWERED_IN_TIME, "");
    }
    if (isLateToConnect) {
      return new NoAnswerException(CONNECTED_IN_TIME, "");
    }
    if (isStranger) {
      return new NoAnswerException(TRUSTED, "its certificate is one of another host");
    }
    NoAnswerException diagnosis = Diagnosis.of(failure);
    boolean isNoTunnel = diagnosis.missing() == PASSED_ON && diagnosis.detail().equals("407");
    return isNoTunnel && login.isRefused() ? new NoAnswerException(LOGGED_IN, "407") : diagnosis;
  }

  @Override
  public void close() {
    watch.close();
    connection.disconnect();
  }
}
