package io.mpoauth2.it;

import io.mpoauth2.it.core.Column;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Jersey over {@code java.net.http}. */
@Tag("connectors")
@Column("java.net.http connector")
class JavaNetHttpMatrixTest extends ConnectorMatrix {
  JavaNetHttpMatrixTest() {
    super(
        Transport.JAVA_NET_HTTP,
        Map.of(
            "expect_100_continue", "java.net.http takes this header from nobody",
            "stream_in_chunks", "this connector sends each body with its length"));
  }
}
