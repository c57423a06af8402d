package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void to_string_does_not_show_it() {
    assertThat(Secret.of("s3cr3t")).hasToString("(hidden)");
  }

  @Test
  void equal_values_are_equal_secrets() {
    assertThat(Secret.of("s3cr3t"))
        .isEqualTo(Secret.of("s3cr3t"))
        .hasSameHashCodeAs(Secret.of("s3cr3t"))
        .isNotEqualTo(Secret.of("other"));
  }
}
