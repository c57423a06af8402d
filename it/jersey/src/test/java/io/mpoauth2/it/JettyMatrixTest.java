package io.mpoauth2.it;

import io.mpoauth2.it.core.Column;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Jersey over Jetty's client. */
@Tag("connectors")
@Column("Jetty connector")
class JettyMatrixTest extends ConnectorMatrix {
  JettyMatrixTest() {
    super(
        Transport.JETTY,
        Map.of(
            "stream_in_chunks", "this connector sends each body with its length",
            "refusal_that_hangs",
                "Jersey's Jetty connector hands an answer over when all of it is there"));
  }
}
