package io.mpoauth2.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretsTest {

  @Test
  void secrets_are_absent_from_what_is_printed() {
    assertThat(new BasicCredentials("c", "hush").toString()).doesNotContain("hush");
    assertThat(new RegisteredClient("c", "hush", Set.of()).toString()).doesNotContain("hush");
  }
}
