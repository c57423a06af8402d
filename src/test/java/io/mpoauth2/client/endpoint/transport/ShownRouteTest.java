package io.mpoauth2.client.endpoint.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What somebody may log of the way that requests go. */
class ShownRouteTest {

  @Test
  void nothing_of_an_account_is_shown() {
    ProxyChoice choice =
        ProxyChoice.of("proxy.example", 3128, new ProxyChoice.Account("me", "pa55word"));

    assertThat(choice.toString()).contains("proxy.example", "(hidden)").doesNotContain("pa55word");
  }

  @Test
  void of_certificates_their_number() {
    assertThat(Tls.ofTheJvm()).hasToString("Tls[null, 0 trusted]");
  }
}
