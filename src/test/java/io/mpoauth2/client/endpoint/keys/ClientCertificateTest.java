package io.mpoauth2.client.endpoint.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.Keys;
import io.mpoauth2.client.testing.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientCertificateTest {
  private static final Subject OWN = Subject.named("own", Keys.named("P-256"));

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Test
  void one_that_is_valid_has_nothing_to_say() throws Exception {
    assertThat(from(now.minusSeconds(60)).invalidNow()).isEmpty();
  }

  @Test
  void one_that_has_expired_says_when() throws Exception {
    Instant end = now.minus(Duration.ofDays(1));

    assertThat(from(end.minus(Subject.VALIDITY)).invalidNow()).isEqualTo("has expired, at " + end);
  }

  @Test
  void one_that_is_not_valid_yet_says_from_when() throws Exception {
    Instant begin = now.plus(Duration.ofDays(1));

    assertThat(from(begin).invalidNow()).isEqualTo("is not valid before " + begin);
  }

  @Test
  void the_own_certificate_counts_and_not_the_issuers() throws Exception {
    ClientCertificate certificate =
        new ClientCertificate(
            OWN.keys().getPrivate(),
            List.of(OWN.certifies(OWN, now.minusSeconds(60)), OWN.certifies(OWN, Instant.EPOCH)));

    assertThat(certificate.invalidNow()).isEmpty();
  }

  private static ClientCertificate from(Instant begin) throws Exception {
    return new ClientCertificate(OWN.keys().getPrivate(), List.of(OWN.certifies(OWN, begin)));
  }
}
