package io.mpoauth2.client.endpoint.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordTest {

  @Test
  void ascii_ends_with_the_last_of_its_characters() {
    assertThat(password("s3cr3t\u007f").isAscii()).isTrue();
    assertThat(password("s3cr3t\u0080").isAscii()).isFalse();
  }

  @Test
  void to_string_shows_where_it_is_configured_and_not_the_password() {
    assertThat(password("s3cr3t")).hasToString("Password[key-store-password, (hidden)]");
  }

  @Test
  void an_empty_one_is_missing() {
    assertThat(password("").isMissing()).isTrue();
    assertThat(password(" ").isMissing()).isFalse();
  }

  private static Password password(String value) {
    return new Password("key-store-password", value);
  }
}
