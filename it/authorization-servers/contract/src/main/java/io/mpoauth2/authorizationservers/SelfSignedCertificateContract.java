package io.mpoauth2.authorizationservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** With a server that knows the certificates of its clients one by one (RFC 8705, section 2.2). */
public abstract class SelfSignedCertificateContract extends AuthenticationContract {

  @Test
  @Shows(Feature.SELF_SIGNED_TLS_CLIENT_AUTH)
  void a_certificate_that_nobody_else_has_issued_gives_a_token() throws IOException {
    Certificates.writeSelfSigned(file);
    try (UserApplication application = certified(KnownClient.SELF_SIGNED).calling(api)) {
      assertThat(application.read()).isEqualTo(200);
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  @Shows(Feature.SELF_SIGNED_TLS_CLIENT_AUTH)
  void another_certificate_is_told() throws IOException {
    Certificates.writeCurrent(file);

    assertCertificateIsTold(refusalOf(certified(KnownClient.SELF_SIGNED)));
  }
}
