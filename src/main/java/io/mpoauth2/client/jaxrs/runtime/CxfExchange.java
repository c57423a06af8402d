package io.mpoauth2.client.jaxrs.runtime;

import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A second request through the conduit of the first one, which has the client's connections, TLS
 * set-up, proxy and timeouts. The conduit gives its answer to the client's interceptor chain, by
 * way of the exchange; this exchange keeps the answer, and ends the chain before it begins.
 */
final class CxfExchange {
  private static final String HEADERS = "org.apache.cxf.message.Message.PROTOCOL_HEADERS";
  private static final String STATUS = "org.apache.cxf.message.Message.RESPONSE_CODE";

  /** Of an answer's message: what of it the rest of CXF reads, beside the stream. */
  private final List<String> ofTheAnswer =
      List.of(
          HEADERS,
          "Content-Type",
          "org.apache.cxf.message.Message.ENCODING",
          STATUS,
          "http.responseMessage");

  /** Of a request's message: what the conduit left there for this one request. */
  private final List<String> ofTheConnection =
      List.of(
          "http.connection",
          "http.connection.address",
          "java.net.http.HttpClient",
          "VisitedURLs",
          "AuthURLs");

  /** Of an exchange: its outcome. */
  private final List<String> ofTheOutcome =
      List.of(
          "IN_CHAIN_COMPLETE",
          STATUS,
          "jakarta.ws.rs.core.Response",
          "java.lang.Exception",
          "java.util.List",
          "org.apache.cxf.endpoint.ClientCallback");

  private final CxfMembers cxf;
  private final Object first;
  private final Object own;
  private @Nullable Object answer;

  CxfExchange(CxfMembers cxf, Object firstMessage) throws IOException {
    this.cxf = cxf;
    this.first = firstMessage;
    this.own = cxf.copyOf(CxfMembers.get(cxf.exchangeOf, firstMessage));
  }

  /** Sends the first request's headers as they are now, with a body or without. */
  void send(Object conduit, byte @Nullable [] body) throws IOException {
    Object second = cxf.newMessage();
    Map<String, Object> properties = CxfMembers.properties(second);
    properties.putAll(CxfMembers.properties(first));
    ofTheConnection.forEach(properties::remove);
    properties.put(HEADERS, CxfBody.headers(properties));
    // How a body is sent depends on what it was made of.
    CxfMembers.call(
        cxf.setContent, second, List.class, CxfMembers.call(cxf.content, first, List.class));
    ofTheOutcome.forEach(CxfMembers.properties(own)::remove);
    CxfMembers.call(cxf.setSynchronous, own, true);
    CxfMembers.call(cxf.setOutMessage, own, second);
    CxfMembers.call(cxf.setExchange, second, exchange());
    try {
      CxfMembers.call(cxf.prepare, conduit, second);
      write(body, (OutputStream) CxfMembers.get(cxf.content, second, OutputStream.class));
      CxfMembers.call(cxf.close, conduit, second);
    } catch (IOException | RuntimeException e) {
      // Or a conduit that closes the stream again, as one does after a time-out, might send again.
      CxfMembers.call(cxf.setContent, second, Exception.class, e);
      throw e;
    }
  }

  /**
   * Writes a body, of no bytes where there is none: a stream that was never written to sends the
   * request whenever it is closed, and CXF closes it once more after a time-out. That no more comes
   * is said before, as by a close: it is how the conduit knows the length.
   */
  private void write(byte @Nullable [] body, OutputStream stream) throws IOException {
    if (body != null && body.length > 0) {
      stream.write(body);
    } else {
      CxfMembers.call(cxf.thresholdNotReached, stream);
      CxfMembers.call(cxf.unBuffer, stream);
      stream.write(new byte[0], 0, 0);
    }
  }

  /** Puts the answer in the place of the first one. */
  void moveInto(ClientResponseContext response) throws IOException {
    Object second = answer;
    if (second == null || !(CxfMembers.properties(second).get(STATUS) instanceof Integer status)) {
      throw new IOException("there is no answer to the second request");
    }
    Map<String, Object> of = CxfMembers.properties(second);
    Object inMessage = CxfMembers.get(cxf.inMessage, CxfMembers.get(cxf.exchangeOf, first));
    ofTheAnswer.forEach(name -> CxfMembers.properties(inMessage).put(name, of.get(name)));
    response.setStatus(status);
    MultivaluedMap<String, Object> shown = metadata(response);
    shown.clear();
    CxfBody.headers(of).forEach((name, values) -> values.forEach(value -> shown.add(name, value)));
    // None where CXF gives none to anybody, as of a 202 without a body.
    response.setEntityStream((InputStream) CxfMembers.call(cxf.content, second, InputStream.class));
  }

  private MultivaluedMap<String, Object> metadata(ClientResponseContext response)
      throws IOException {
    Response shown = cxf.response(response);
    return shown.getMetadata();
  }

  private Object exchange() {
    return Proxy.newProxyInstance(
        cxf.exchange.getClassLoader(),
        new Class<?>[] {cxf.exchange},
        (proxy, method, arguments) -> {
          if (method.getName().equals("setInMessage")) {
            keep(arguments[0]);
            return null;
          }
          return delegate(method, arguments);
        });
  }

  private @Nullable Object delegate(Method method, Object @Nullable [] arguments)
      throws IOException {
    return arguments == null
        ? CxfMembers.call(method, own)
        : CxfMembers.call(method, own, arguments);
  }

  private void keep(Object message) throws IOException {
    answer = message;
    Object chain = CxfMembers.call(cxf.chainOf, message);
    if (chain != null) {
      CxfMembers.call(cxf.abort, chain);
    }
  }
}
