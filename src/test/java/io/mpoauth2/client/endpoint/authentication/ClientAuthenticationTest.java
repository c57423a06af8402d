package io.mpoauth2.client.endpoint.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientAuthenticationTest {

  /** RFC 6749, section 3.2.1; RFC 8705, section 2. */
  @ParameterizedTest
  @MethodSource
  void who_proves_nothing_in_the_form_says_there_who_it_is(ClientAuthentication authentication) {
    Proof proof = authentication.proof(Instant.EPOCH);

    assertThat(proof.parameters()).containsExactly(entry("client_id", "clientId"));
    assertThat(proof.authorization()).isEmpty();
    assertThat(proof.secrets()).isEmpty();
  }

  static Stream<ClientAuthentication> who_proves_nothing_in_the_form_says_there_who_it_is() {
    return Stream.of(
        new PublicClient("clientId"),
        new TlsClientAuth("clientId"),
        new SelfSignedTlsClientAuth("clientId"));
  }
}
