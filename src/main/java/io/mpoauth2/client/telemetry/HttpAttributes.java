package io.mpoauth2.client.telemetry;

import io.mpoauth2.client.token.TokenEvent;
import io.mpoauth2.client.token.TokenRejectionEvent;
import io.mpoauth2.client.token.TokenRequestEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.context.Context;
import java.net.URI;

/** What the conventions for HTTP clients call things (semantic conventions 1.23 and later). */
final class HttpAttributes {
  static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
  static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
  static final AttributeKey<String> URL = AttributeKey.stringKey("url.full");
  static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
  static final AttributeKey<Long> RESEND_COUNT = AttributeKey.longKey("http.request.resend_count");
  static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  static final AttributeKey<String> CLIENT = AttributeKey.stringKey("mp_oauth2.client.name");
  static final AttributeKey<String> SCOPE = AttributeKey.stringKey("mp_oauth2.client.scope");
  static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");

  private static final int FIRST_ERROR = 400;

  private HttpAttributes() {}

  /** Of a token request, for spans and measurements: without its address, of which are many. */
  static Attributes ofTokenRequest(TokenRequestEvent event, URI endpoint) {
    AttributesBuilder attributes = of("POST", endpoint, event);
    if (event.status() > 0) {
      attributes.put(STATUS, (long) event.status());
    }
    String error = event.error();
    event
        .failure()
        .ifPresent(
            failure -> attributes.put(ERROR, error == null ? failure.getClass().getName() : error));
    return attributes.build();
  }

  /** Of a request that was sent once more. */
  static Attributes ofSecondRequest(
      TokenRejectionEvent event, TokenRejectionEvent.SecondRequest second) {
    AttributesBuilder attributes =
        of(event.method(), event.api(), event)
            .put(URL, event.api().toString())
            .put(RESEND_COUNT, 1L);
    if (second.status() > 0) {
      attributes.put(STATUS, (long) second.status());
    }
    if (second.status() >= FIRST_ERROR) {
      attributes.put(ERROR, String.valueOf(second.status()));
    }
    second.failure().ifPresent(failure -> attributes.put(ERROR, failure));
    return attributes.build();
  }

  /** Gives what a listener's own context was; the root if there is none. */
  static Context context(TokenEvent event) {
    return event.context() instanceof Context context ? context : Context.root();
  }

  private static AttributesBuilder of(String method, URI uri, TokenEvent event) {
    AttributesBuilder attributes =
        Attributes.builder().put(METHOD, method).put(CLIENT, event.client());
    String host = uri.getHost() == null ? uri.getRawAuthority() : uri.getHost();
    if (host != null) {
      attributes.put(ADDRESS, host);
    }
    attributes.put(PORT, port(uri));
    return attributes;
  }

  private static long port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
  }
}
