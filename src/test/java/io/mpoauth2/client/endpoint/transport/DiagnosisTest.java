package io.mpoauth2.client.endpoint.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the JDK says may be somebody else's words; its exceptions' names are not. */
class DiagnosisTest {

  @Test
  void a_server_that_is_not_reached_is_told_by_the_kind_of_exception() {
    for (Exception failure :
        List.of(
            new ConnectException("refused by t0k3n"),
            new NoRouteToHostException("none to t0k3n"),
            new UnknownHostException("t0k3n.example"))) {
      NoAnswerException told = Diagnosis.of(failure);

      assertThat(told.missing()).isEqualTo(Missing.REACHED);
      assertThat(told.detail()).isEqualTo(failure.getClass().getSimpleName());
    }
  }
}
