package io.mpoauth2.client.endpoint.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void to_string_does_not_show_it() {
    assertThat(new Secret("s3cr3t")).hasToString("(hidden)");
  }

  @Test
  void equal_values_are_equal_secrets() {
    assertThat(new Secret("s3cr3t"))
        .isEqualTo(new Secret("s3cr3t"))
        .hasSameHashCodeAs(new Secret("s3cr3t"))
        .isNotEqualTo(new Secret("other"));
  }
}
