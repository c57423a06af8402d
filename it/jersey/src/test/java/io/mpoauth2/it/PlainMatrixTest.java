package io.mpoauth2.it;

import java.util.Map;

/** Jersey over {@code HttpURLConnection}, its own connector. */
class PlainMatrixTest extends ConnectorMatrix {
  PlainMatrixTest() {
    super(Transport.HTTP_URL_CONNECTION, Map.of("patch", "HttpURLConnection has no PATCH"));
  }
}
