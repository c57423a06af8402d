package io.mpoauth2.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request with its body read to the end. */
record Call(Request request, byte[] body, Map<String, String> pathParameters) {

  String method() {
    return request.getMethod();
  }

  /** Decoded, so that it can be compared with the paths of the API. */
  String path() {
    return Request.getPathInContext(request);
  }

  @Nullable String query() {
    return request.getHttpURI().getQuery();
  }

  /** As it came: path and query, not decoded. */
  String target() {
    return request.getHttpURI().getPathQuery();
  }

  HttpFields headers() {
    return request.getHeaders();
  }

  List<String> authorizations() {
    return headers().getValuesList("Authorization");
  }

  /** Lower case and without parameters; empty where the call names none. */
  String mediaType() {
    String type = headers().get("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** The one of the client; empty without TLS, and where it has shown none. */
  Optional<X509Certificate> certificate() {
    return request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE)
                instanceof EndPoint.SslSessionData tls
            && tls.peerCertificates() != null
        ? Arrays.stream(tls.peerCertificates()).findFirst()
        : Optional.empty();
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  String pathParameter(String name) {
    return pathParameters.getOrDefault(name, "");
  }

  /** Absolute, since not every client resolves a relative Location. */
  String resolve(String path) {
    return HttpURI.build(request.getHttpURI()).pathQuery(path).asString();
  }

  Call with(Map<String, String> newPathParameters) {
    return new Call(request, body, newPathParameters);
  }
}
