package io.mpoauth2.sandbox;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * A running stand-in for Signicat on the loopback interface: token endpoint, API, and controls that
 * are the same as methods here and over HTTP under {@code /sandbox/}. Thread-safe. Its threads are
 * daemons, so one that nobody closed does not keep a JVM alive.
 */
public final class Sandbox implements AutoCloseable {
  /** The id of the client that is known unless told otherwise. */
  public static final String DEFAULT_CLIENT_ID = "sandbox-client";

  /** Its secret. */
  public static final String DEFAULT_CLIENT_SECRET = "sandbox-secret";

  /** The scopes that the API of the sandbox wants; the default client is granted all of them. */
  public static final Set<String> SCOPES =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(
              List.of("document_read", "document_write", "document_file", "event", "identify")));

  private final RegisteredClient client;
  private final Server server;
  private final ServerConnector connector;
  private final Unanswered unanswered = new Unanswered();
  private final URI baseUri;
  private volatile Service service;

  private Sandbox(RegisteredClient client, int port) {
    this.client = client;
    QueuedThreadPool threads = new QueuedThreadPool(16, 2);
    threads.setName("sandbox");
    threads.setDaemon(true);
    server = new Server(threads, new ScheduledExecutorScheduler("sandbox-timer", true), null);
    server.setHandler(
        new JettyFront(Controls.of(this), () -> service, this::closeLater, unanswered));
    connector = connector(port);
    server.addConnector(connector);
    baseUri = URI.create("http://127.0.0.1:" + opened(connector));
    service = new Service(client, System::nanoTime, baseUri);
    start(server);
  }

  /**
   * Starts a sandbox with the default client on a free port.
   *
   * @return the running sandbox
   */
  public static Sandbox start() {
    return start(0);
  }

  /**
   * Starts a sandbox with the default client.
   *
   * @param port the port; 0 for a free one
   * @return the running sandbox
   */
  public static Sandbox start(int port) {
    return start(port, DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET, SCOPES);
  }

  /**
   * Starts a sandbox that knows this client.
   *
   * @param port the port; 0 for a free one
   * @param clientId the client's id, any characters
   * @param clientSecret the client's secret, any characters
   * @param grantedScopes the scopes the client may have: some of {@link #SCOPES} for the sandbox's
   *     own API, or those of an API of yours
   * @return the running sandbox
   * @throws IllegalArgumentException when the id or secret is empty or a scope is none by RFC 6749,
   *     section 3.3
   * @throws IllegalStateException when the port is taken
   */
  public static Sandbox start(
      int port, String clientId, String clientSecret, Set<String> grantedScopes) {
    return start(port, new RegisteredClient(clientId, clientSecret, grantedScopes));
  }

  static Sandbox start(int port, RegisteredClient client) {
    return new Sandbox(client, port);
  }

  /**
   * Gives the address of the API, without a slash at its end.
   *
   * @return {@code http://127.0.0.1:<port>}
   */
  public URI baseUri() {
    return baseUri;
  }

  /**
   * Gives the address to ask for tokens.
   *
   * @return the token endpoint
   */
  public URI tokenEndpoint() {
    return baseUri.resolve(TokenEndpoint.PATH);
  }

  /** Revokes every token issued so far; the API answers 401 to them. */
  public void revokeTokens() {
    service.accessTokens().revokeAll();
  }

  /**
   * Changes the client's secret; tokens that it has stay valid.
   *
   * @param secret the new secret
   * @throws IllegalArgumentException when it is empty
   */
  public void changeSecret(String secret) {
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("a client needs a secret");
    }
    service.tokenEndpoint().secret(secret);
  }

  /**
   * Changes the client's public keys, of which it has none at the start. With them, or with the
   * secret if that is long enough, the client may sign an assertion (RFC 7523) in place of Basic;
   * with them also the grant.
   *
   * @param keys a JWK Set, or PEM as {@code openssl pkey -pubout} writes it
   * @throws IllegalArgumentException when it is neither
   */
  public void changeKeys(String keys) {
    service.tokenEndpoint().keys(keys);
  }

  /**
   * Opens another port, over TLS, where the client may show a certificate in place of Basic (RFC
   * 8705). It stays open until the end.
   *
   * @param port the port; 0 for a free one
   * @param keys the sandbox's own, and who issues certificates
   * @return the token endpoint there
   * @throws IllegalStateException when the port is taken
   */
  public URI openTls(int port, SandboxKeys keys) {
    ServerConnector secured = TlsFront.of(server, port, keys);
    int opened = opened(secured);
    server.addConnector(secured);
    try {
      secured.start();
    } catch (Exception e) {
      throw new IllegalStateException("the sandbox did not start", e);
    }
    return URI.create("https://localhost:" + opened + TokenEndpoint.PATH);
  }

  /**
   * Sets the lifetime of tokens issued from now on, one hour at the start.
   *
   * @param lifetime the lifetime, whole seconds; zero for tokens that have ended at once
   * @throws IllegalArgumentException when it is negative
   */
  public void expiresIn(Duration lifetime) {
    service.tokenEndpoint().lifetime(notNegative(lifetime));
  }

  /**
   * Delays every answer of the token endpoint, faults too.
   *
   * @param delay the delay; zero for none
   * @throws IllegalArgumentException when it is negative
   */
  public void delayTokens(Duration delay) {
    service.tokenEndpoint().delay(notNegative(delay));
  }

  /**
   * Makes the token endpoint fail, in place of any fault set before.
   *
   * @param fault how, and how many times
   */
  public void failTokenRequests(TokenFault fault) {
    service.tokenEndpoint().fault(fault);
  }

  /** Ends a fault of the token endpoint. */
  public void healTokenEndpoint() {
    service.tokenEndpoint().fault(null);
  }

  /**
   * Makes the API answer 401 to every token, valid or not, or stops that.
   *
   * @param refuse whether to refuse
   */
  public void refuseAllTokens(boolean refuse) {
    service.gate().refuseAll(refuse);
  }

  /**
   * Adds a {@code WWW-Authenticate} line to every 401 of the API, after the sandbox's own.
   *
   * @param challenge the line's value, such as {@code DPoP error="use_dpop_nonce"}
   */
  public void addChallenge(String challenge) {
    service.gate().addChallenge(challenge);
  }

  /**
   * Makes every 401 of the API carry these {@code WWW-Authenticate} lines only.
   *
   * @param challenges the lines' values; none brings the sandbox's own back
   */
  public void replaceChallenges(List<String> challenges) {
    service.gate().replaceChallenges(challenges);
  }

  /** Goes back to the start: client, tokens, documents, faults, counters and log. */
  public void reset() {
    service = new Service(client, System::nanoTime, baseUri);
  }

  /**
   * Goes back to the start as {@link #reset()} does, but for the tokens: those that were issued and
   * not revoked stay valid, because an application that goes on has them.
   */
  public void resetButTokens() {
    service = new Service(client, service.accessTokens(), baseUri);
  }

  /**
   * Has the token endpoint grant whatever scope is asked for, until the next {@link #reset()}: an
   * API of yours has scopes of its own.
   */
  public void grantAnyScope() {
    service.tokenEndpoint().grantAnyScope();
  }

  /**
   * Has the API take this token, with every scope, and the token endpoint give no other, until the
   * next {@link #reset()}.
   *
   * @param token the token, any characters that a header may have
   */
  public void fixToken(String token) {
    service.accessTokens().fix(token);
  }

  /**
   * Gives what an application is to be told of a client, so that it asks here for tokens: three
   * properties of MicroProfile Config.
   *
   * @param client the client's name in configuration
   * @return unchangeable
   */
  public Map<String, String> settings(String client) {
    String prefix = "oauth2.client." + client + '.';
    return Map.of(
        prefix + "token-endpoint",
        tokenEndpoint().toString(),
        prefix + "client-id",
        this.client.id(),
        prefix + "client-secret",
        this.client.secret());
  }

  /**
   * Gives the requests that wait for an answer.
   *
   * @return method and address of each as of now
   */
  public List<String> unanswered() {
    return unanswered.requests();
  }

  /**
   * Gives the number of connections that clients hold open.
   *
   * @return the number as of now
   */
  public int openConnections() {
    return connector.getConnectedEndPoints().size();
  }

  /**
   * Gives the number of requests since the start or the last reset.
   *
   * @return the numbers as of now
   */
  public Counters counters() {
    return service.log().counters();
  }

  /**
   * Gives the requests since the start or the last reset, in order, without those to the controls.
   *
   * @return an unchangeable copy as of now
   */
  public List<LoggedRequest> requests() {
    return service.log().requests();
  }

  /** Ends the sandbox and every connection to it, hanging ones too. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the sandbox did not stop", e);
    }
  }

  /** Returns when the sandbox has ended. */
  void awaitEnd() throws InterruptedException {
    server.join();
  }

  /** On a thread of its own, as a server cannot wait for the thread that serves a request. */
  private void closeLater() {
    Thread closer = new Thread(this::close, "sandbox-closer");
    closer.setDaemon(true);
    closer.start();
  }

  private ServerConnector connector(int port) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    return connector;
  }

  /** Before anybody is answered: the address is a part of the answers. */
  private static int opened(ServerConnector connector) {
    try {
      connector.open();
      return connector.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("the sandbox did not start", e);
    }
  }

  private static void start(Server server) {
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the sandbox did not start", e);
    }
  }

  private static Duration notNegative(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("must not be negative: " + duration);
    }
    return duration;
  }
}
