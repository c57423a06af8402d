package io.mpoauth2.it.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.junit.WithSandbox;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.junit.jupiter.api.Test;

@WithSandbox(apis = "signature")
class FakeProviderTest {
  // tag::fake-used[]
  @Test
  void clients_and_beans_have_the_token_of_the_fake(Sandbox sandbox) {
    sandbox.fixToken("fake");
    try (SeContainer container =
        SeContainerInitializer.newInstance().addBeanClasses(FakeTokenProvider.class).initialize()) {
      Archive archive = container.select(Archive.class).get();

      assertThat(archive.token()).isEqualTo("fake");
      assertThat(archive.document("contract-1")).contains("contract-1");
      assertThat(sandbox.counters().tokenRequests()).isZero();
    }
  }
  // end::fake-used[]
}
