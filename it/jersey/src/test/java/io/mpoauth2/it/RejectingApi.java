package io.mpoauth2.it;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * An API that looks at the head of a request before it says {@code 100 Continue}, as RFC 9110,
 * section 10.1.1, wants it. The sandbox and the JDK's server say it to everybody.
 */
final class RejectingApi extends Handler.Abstract implements AutoCloseable {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final List<Integer> accepted = new CopyOnWriteArrayList<>();
  private volatile String lastAuthorization = "none";
  private volatile String rejected = "none";

  RejectingApi() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(this);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /** Answers 401 from now on to the token that it saw last. */
  void rejectTheToken() {
    rejected = lastAuthorization;
  }

  /** The size of each body that was accepted. */
  List<Integer> accepted() {
    return List.copyOf(accepted);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    lastAuthorization = String.valueOf(request.getHeaders().get(HttpHeader.AUTHORIZATION));
    boolean accepts = !lastAuthorization.equals(rejected);
    response.setStatus(accepts ? 200 : 401);
    if (accepts) {
      // Only who reads has Jetty say "100 Continue".
      accepted.add(Content.Source.asString(request).length());
    } else {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
    Content.Sink.write(response, true, accepts ? "accepted" : "refused", callback);
    return true;
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
