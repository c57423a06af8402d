package io.mpoauth2.it.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.token.TokenUnavailableException;
import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.TokenFault;
import io.mpoauth2.sandbox.junit.SandboxExtension;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

// tag::sandbox[]
class WithSandboxTest {
  @RegisterExtension
  static final SandboxExtension SANDBOX = SandboxExtension.of("signicat").api("signature");

  private SeContainer container;
  private Archive archive;

  @BeforeEach
  void start() {
    container = SeContainerInitializer.newInstance().initialize();
    archive = container.select(Archive.class).get();
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void document_is_read_with_a_token(Sandbox sandbox) {
    assertThat(archive.document("contract-1")).contains("contract-1");

    assertThat(sandbox.counters().tokenRequests()).isEqualTo(1);
  }

  @Test
  void revoked_token_is_not_noticed(Sandbox sandbox) {
    archive.document("contract-1");
    sandbox.revokeTokens();

    assertThat(archive.document("contract-1")).contains("contract-1");
  }

  @Test
  void without_an_authorization_server_the_reason_is_told(Sandbox sandbox) {
    sandbox.failTokenRequests(TokenFault.answering(503));

    assertThatThrownBy(() -> archive.document("contract-1"))
        .hasCauseInstanceOf(TokenUnavailableException.class);
  }
}
// end::sandbox[]
