package io.mpoauth2.it.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.junit.WithSandbox;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

// tag::fixed[]
@WithSandbox(apis = "signature")
class FixedTokenTest {
  @BeforeAll
  static void fix() {
    System.setProperty("oauth2.client.signicat.access-token", "a-known-token");
  }

  @AfterAll
  static void free() {
    System.clearProperty("oauth2.client.signicat.access-token");
  }

  @Test
  void nobody_is_asked_for_the_token(Sandbox sandbox) {
    sandbox.fixToken("a-known-token");
    try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
      Archive archive = container.select(Archive.class).get();

      assertThat(archive.document("contract-1")).contains("contract-1");
      assertThat(archive.token()).isEqualTo("a-known-token");
      assertThat(sandbox.counters().tokenRequests()).isZero();
    }
  }
}
// end::fixed[]
