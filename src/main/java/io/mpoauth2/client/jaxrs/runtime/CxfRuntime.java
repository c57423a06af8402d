package io.mpoauth2.client.jaxrs.runtime;

import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * CXF 4, its plain and its MicroProfile clients: through the conduit of the request itself. The
 * answer to an asynchronous call has a thread of its own, of CXF's or the user's, which waits for
 * that answer alone and may wait for the next one too.
 */
final class CxfRuntime implements ClientRuntime {
  private static final String TRANSPORT = "org.apache.cxf.transport.http.";
  private static final String STREAM = TRANSPORT + "ProxyOutputStream";
  private static final String OBSERVER = "org.apache.cxf.jaxrs.client.ClientMessageObserver";
  private static final String SELECTOR = "org.apache.cxf.endpoint.UpfrontConduitSelector";

  private final Set<String> conduits =
      Set.of(TRANSPORT + "HttpClientHTTPConduit", TRANSPORT + "URLConnectionHTTPConduit");
  private final ClientLog log;
  private final Executor threads;
  private final FoundMembers<CxfMembers> found;

  CxfRuntime(ClientLog log, Executor threads) {
    this.log = log;
    this.threads = threads;
    this.found = new FoundMembers<>(log, CxfMembers::new, cxf -> new ThroughItsConduit(cxf, null));
  }

  /**
   * Not behind a stream of another filter: what it does to the body would be missing from the
   * second request.
   */
  @Override
  public Replay replay(ClientRequestContext request, int limit) throws IOException {
    FoundMembers.Found<CxfMembers> here = found.of(request);
    CxfMembers cxf = here.members();
    if (cxf == null || !request.hasEntity()) {
      return here.withoutBody();
    }
    if (request.getEntityStream() instanceof CxfBody already) {
      // Of this filter, which is there twice.
      return new ThroughItsConduit(cxf, already);
    }
    if (!isOf(request.getEntityStream(), Set.of(STREAM))) {
      return here.withoutBody();
    }
    Object message = CxfMembers.get(cxf.messageOf, request);
    CxfBody body = CxfBody.over(request.getEntityStream(), limit, cxf, message);
    request.setEntityStream(body);
    return new ThroughItsConduit(cxf, body);
  }

  private static boolean isOf(@Nullable Object part, Set<String> classes) {
    return part != null && classes.contains(part.getClass().getName());
  }

  private final class ThroughItsConduit implements Replay {
    private final CxfMembers cxf;
    private final @Nullable CxfBody body;

    ThroughItsConduit(CxfMembers cxf, @Nullable CxfBody body) {
      this.cxf = cxf;
      this.body = body;
    }

    @Override
    public @Nullable String obstacle(ClientRequestContext request, ClientResponseContext first) {
      try {
        String ofTheClient = obstacleOfClient(CxfMembers.get(cxf.messageOf, request));
        if (ofTheClient != null || !request.hasEntity()) {
          return ofTheClient;
        }
        return body == null
            ? "its body, or the stream that it went through, is another filter's"
            : body.obstacle(log.property("replay-buffer"));
      } catch (IOException e) {
        return Declining.UNKNOWN_CLIENT.obstacle(request, first);
      }
    }

    private @Nullable String obstacleOfClient(Object message) throws IOException {
      Map<String, Object> properties = CxfMembers.properties(message);
      Object exchange = CxfMembers.get(cxf.exchangeOf, message);
      Object conduit = conduit(message);
      if (!isOf(conduit, conduits)
          || !isOf(CxfMembers.call(cxf.observer, conduit), Set.of(OBSERVER))) {
        return "the transport of this CXF client is not one of the known ones";
      }
      if (!isOf(
          CxfMembers.properties(exchange).get("org.apache.cxf.endpoint.ConduitSelector"),
          Set.of(SELECTOR))) {
        return "this CXF client chooses among several servers";
      }
      if (properties.get("org.apache.cxf.transport.https.CertConstraints") != null) {
        return "CXF checks the server's certificate by an interceptor, which would not run again";
      }
      if (properties.get("transport.retransmit.url") != null) {
        return "CXF sent it on, after a redirect";
      }
      Object session =
          CxfMembers.call(
              cxf.contextual, message, "org.apache.cxf.message.Message.MAINTAIN_SESSION");
      if (session != null && Boolean.parseBoolean(session.toString())) {
        return "CXF keeps a session for it, and the first answer may have changed that";
      }
      return hasForeignInterceptors(CxfMembers.get(cxf.inMessage, exchange))
          ? "interceptors of CXF's own kind saw its answer, and would have to see the next one"
          : null;
    }

    private boolean hasForeignInterceptors(Object inMessage) throws IOException {
      for (Object each : (Iterable<?>) CxfMembers.get(cxf.chainOf, inMessage)) {
        String type = each.getClass().getName();
        if (!type.startsWith("org.apache.cxf.jaxrs.client.")
            && !type.startsWith("org.apache.cxf.microprofile.client.")) {
          return true;
        }
      }
      return false;
    }

    private Object conduit(Object message) throws IOException {
      Object conduit = CxfMembers.properties(message).get("org.apache.cxf.transport.Conduit");
      if (conduit == null) {
        throw new IOException("no conduit");
      }
      return conduit;
    }

    @Override
    public boolean putAway(ClientRequestContext request, ClientResponseContext first) {
      InputStream body = first.getEntityStream();
      return FirstAnswer.readAway(first, threads, () -> breakOff(request, body));
    }

    /** Not on the thread that asks: a stream may be closed only when the rest has come. */
    private void breakOff(ClientRequestContext request, InputStream body) {
      threads.execute(
          () -> {
            try {
              Object message = CxfMembers.get(cxf.messageOf, request);
              if (CxfMembers.properties(message).get("http.connection")
                  instanceof HttpURLConnection connection) {
                connection.disconnect();
              } else {
                body.close();
              }
            } catch (IOException e) {
              // It is broken already.
            }
          });
    }

    @Override
    public @Nullable String send(ClientRequestContext request, ClientResponseContext response)
        throws IOException {
      Object message = CxfMembers.get(cxf.messageOf, request);
      CxfExchange exchange = new CxfExchange(cxf, message);
      exchange.send(conduit(message), body == null ? null : body.bytes());
      exchange.moveInto(response);
      return null;
    }

    @Override
    public void forget() {
      if (body != null) {
        body.forget();
      }
    }
  }
}
