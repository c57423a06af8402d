package io.mpoauth2.benchmarks.scenario;

import io.mpoauth2.benchmarks.contender.Contender;
import io.mpoauth2.benchmarks.contender.Entrant;
import io.mpoauth2.benchmarks.contender.Terms;
import io.mpoauth2.benchmarks.endpoint.Fault;
import io.mpoauth2.benchmarks.endpoint.TokenServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The endpoint is down while there is a token that should be renewed, but has not ended. */
final class OutageWithToken implements AutoCloseable {
  /** Of this the library uses nine tenths, and the second half it wants to renew. */
  static final Duration LIFETIME = Duration.ofSeconds(26);

  /** The moment in a token's life when the endpoint goes down. */
  static final Duration BEGINNING = Duration.ofMillis(12_800);

  private final Fault fault;
  private final TokenServer server;
  private final Contender contender;
  private int requestsBefore;
  private PacedCallers callers;

  /** Gets the token. */
  OutageWithToken(Entrant entrant, Fault fault) {
    this.fault = fault;
    this.server = TokenServer.start().lifetime(LIFETIME);
    this.contender = entrant.open(new Terms(server.uri(), LIFETIME, Outage.TIMEOUT));
    contender.token();
  }

  Fault fault() {
    return fault;
  }

  void begin() throws IOException {
    requestsBefore = server.requests();
    server.fail(fault);
    callers = PacedCallers.start(contender, server, Outage.PACE);
  }

  int requests() {
    return server.requests() - requestsBefore;
  }

  List<Call> calls() {
    return callers.calls();
  }

  @Override
  public void close() throws IOException {
    callers.close();
    contender.close();
    server.close();
  }
}
