package io.mpoauth2.it;

import io.mpoauth2.it.core.Column;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Jersey over Apache's client. */
@Tag("connectors")
@Column("Apache 5 connector")
class Apache5MatrixTest extends ConnectorMatrix {
  Apache5MatrixTest() {
    super(
        Transport.APACHE_5,
        Map.of(
            "gzip_of_body_and_answer",
                "Apache's connector sends no header that an interceptor adds",
            "encryption_and_digest_of_the_body_and_decryption_of_the_answer",
                "Apache's connector sends no header that an interceptor adds"));
  }
}
