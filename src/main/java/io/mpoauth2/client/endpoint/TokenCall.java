package io.mpoauth2.client.endpoint;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One token request on a connection and a thread of its own, both of which end with it. The thread
 * is there for the deadline: the JDK's look-up of a name, a proxy and a handshake know none that
 * holds for the whole, and do not heed interrupts. No redirects, which would send the credentials
 * elsewhere (RFC 9110, section 15.4), and nothing is sent twice.
 */
final class TokenCall implements Runnable, AutoCloseable {
  private final URI endpoint;
  private final byte[] request;
  private final Duration connectTimeout;
  private final Proxy proxy;
  private final Socket socket;
  private final CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();

  private TokenCall(ClientSettings settings) {
    this.endpoint = settings.tokenEndpoint();
    this.connectTimeout = settings.connectTimeout();
    this.proxy = proxy(endpoint);
    // A request in clear text goes to the proxy itself; the JDK's socket makes tunnels for TLS.
    this.socket = new Socket(isAbsolute() ? Proxy.NO_PROXY : proxy);
    this.request = TokenRequest.bytes(settings, isAbsolute());
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @throws java.net.SocketTimeoutException if there is no connection within the connect timeout
   * @throws InterruptedIOException if there is no complete answer within the request timeout
   */
  static HttpAnswer answer(ClientSettings settings) throws IOException, InterruptedException {
    try (TokenCall call = new TokenCall(settings)) {
      // Not the class loader of whichever application the caller belongs to.
      start("mp-oauth2-client-token-request", call, TokenCall.class.getClassLoader());
      return call.answer.get(settings.requestTimeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      Throwable failure = Objects.requireNonNull(e.getCause());
      if (failure instanceof IOException io) {
        throw io;
      }
      // Told by whoever waits: its words may be somebody else's.
      if (failure instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IOException(failure.getClass().getName());
    } catch (TimeoutException e) {
      throw new InterruptedIOException();
    }
  }

  static void start(String name, Runnable work, @Nullable ClassLoader loader) {
    Thread thread = new Thread(null, work, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    thread.start();
  }

  /** Ends whatever the thread still waits for. */
  @Override
  public void close() throws IOException {
    socket.close();
  }

  @Override
  public void run() {
    try {
      answer.complete(call());
    } catch (Throwable e) {
      answer.completeExceptionally(e);
    }
  }

  private HttpAnswer call() throws IOException {
    int timeout = (int) Math.min(Math.max(connectTimeout.toMillis(), 1), Integer.MAX_VALUE);
    socket.setTcpNoDelay(true);
    // The handshake is a part of connecting; past that only the caller's patience counts.
    socket.setSoTimeout(timeout);
    socket.connect(address(), timeout);
    Socket connection = isEncrypted() ? secured() : socket;
    socket.setSoTimeout(0);
    connection.getOutputStream().write(request);
    return new HttpAnswer(connection.getInputStream());
  }

  private Socket secured() throws IOException {
    SSLSocket secured =
        (SSLSocket) factory().createSocket(socket, endpoint.getHost(), port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    // RFC 6749, section 3.2 wants TLS; without this, anybody's certificate would do.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  /** The JVM's default, as an administrator may have set it. */
  private static SSLSocketFactory factory() throws SSLException {
    try {
      return SSLContext.getDefault().getSocketFactory();
    } catch (NoSuchAlgorithmException e) {
      throw new SSLException("the key store or the trust store of the JVM cannot be used");
    }
  }

  private SocketAddress address() {
    if (isAbsolute() && proxy.address() instanceof InetSocketAddress next) {
      return new InetSocketAddress(next.getHostString(), next.getPort());
    }
    // A name that only the proxy knows is for the proxy to look up.
    return proxy.type() == Proxy.Type.DIRECT
        ? new InetSocketAddress(endpoint.getHost(), port())
        : InetSocketAddress.createUnresolved(endpoint.getHost(), port());
  }

  private int port() {
    int port = endpoint.getPort();
    return port >= 0 ? port : isEncrypted() ? 443 : 80;
  }

  private boolean isEncrypted() {
    return endpoint.getScheme().equalsIgnoreCase("https");
  }

  /** Says whether the request names the endpoint in full (RFC 9112, section 3.2.2). */
  private boolean isAbsolute() {
    return proxy.type() == Proxy.Type.HTTP && !isEncrypted();
  }

  private static Proxy proxy(URI endpoint) {
    @Nullable ProxySelector selector = ProxySelector.getDefault();
    return selector == null ? Proxy.NO_PROXY : selector.select(endpoint).get(0);
  }
}
