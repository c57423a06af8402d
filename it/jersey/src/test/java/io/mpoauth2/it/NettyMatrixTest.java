package io.mpoauth2.it;

import io.mpoauth2.it.core.Column;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Jersey over Netty. */
@Tag("connectors")
@Column("Netty connector")
class NettyMatrixTest extends ConnectorMatrix {
  NettyMatrixTest() {
    super(
        Transport.NETTY,
        Map.of("expect_100_continue", "Jersey's Netty connector gives the 100 to the caller"));
  }
}
