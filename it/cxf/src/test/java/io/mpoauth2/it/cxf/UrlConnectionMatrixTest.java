package io.mpoauth2.it.cxf;

import io.mpoauth2.it.core.Column;
import io.mpoauth2.it.core.SameRequestFeatures;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.Optional;

/** CXF's plain clients over {@code HttpURLConnection}. */
@Column("HttpURLConnection")
class UrlConnectionMatrixTest extends SameRequestFeatures {
  @Override
  protected ClientBuilder newBuilder() {
    return super.newBuilder().property("force.urlconnection.http.conduit", true);
  }

  @Override
  protected Optional<String> cannotCall(String call) {
    return call.equals("patch")
        ? Optional.of("HttpURLConnection has no PATCH")
        : super.cannotCall(call);
  }
}
