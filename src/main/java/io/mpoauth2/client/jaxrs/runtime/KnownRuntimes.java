package io.mpoauth2.client.jaxrs.runtime;

import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The choice: which implementation of Jakarta REST does a request belong to? Thread-safe. */
public final class KnownRuntimes {
  private final ClientRuntime resteasy;
  private final ClientRuntime quarkus;
  private final ClientRuntime cxf;
  private final ClientRuntime jersey;

  /** What was chosen last: nearly always all requests of a client are of one class. */
  private volatile @Nullable Choice last;

  /**
   * Makes the runtimes of one client.
   *
   * @param log names the client's properties
   * @param threads where answers are read that may not end, and those go on whose time is over
   */
  public KnownRuntimes(ClientLog log, Executor threads) {
    this.resteasy = new ResteasyRuntime(log, threads);
    this.quarkus = new QuarkusRuntime(log, threads);
    this.cxf = new CxfRuntime(log, threads);
    this.jersey = new JerseyRuntime(log, threads);
  }

  /**
   * Gives the runtime of a request.
   *
   * @param request any request
   * @return the one that knows how to send it again; where none is known, one that declines
   */
  public ClientRuntime of(ClientRequestContext request) {
    Class<?> type = request.getClass();
    Choice choice = last;
    if (choice == null || choice.type != type) {
      choice = new Choice(type, choose(type.getName()));
      last = choice;
    }
    return choice.runtime;
  }

  private ClientRuntime choose(String type) {
    if (type.startsWith("org.jboss.resteasy.reactive.client.")) {
      return quarkus;
    }
    if (type.startsWith("org.jboss.resteasy.")) {
      return resteasy;
    }
    if (type.startsWith("org.apache.cxf.")) {
      return cxf;
    }
    if (type.startsWith("org.glassfish.jersey.client.")) {
      return jersey;
    }
    return (request, limit) -> Declining.UNKNOWN_CLIENT;
  }

  private record Choice(Class<?> type, ClientRuntime runtime) {}
}
