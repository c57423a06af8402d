package io.mpoauth2.client.endpoint.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClientSecretPostTest {

  private final ClientAuthentication post = new ClientSecretPost("clientId", new Secret("s3cr&t"));

  @Test
  void id_and_secret_are_form_parameters() {
    assertThat(post.proof(Instant.EPOCH).parameters())
        .containsExactly(entry("client_id", "clientId"), entry("client_secret", "s3cr&t"));
  }

  @Test
  void there_is_no_authorization_header() {
    assertThat(post.proof(Instant.EPOCH).authorization()).isEmpty();
  }

  @Test
  void the_secret_is_known_in_every_form_it_is_sent_in() {
    assertThat(post.proof(Instant.EPOCH).secrets()).contains("s3cr&t", "s3cr%26t");
  }

  @Test
  void to_string_does_not_show_the_secret() {
    assertThat(post.toString()).contains("clientId", "(hidden)").doesNotContain("s3cr");
  }

  @Test
  void the_same_credentials_in_another_place_are_another_way() {
    assertThat(post)
        .isEqualTo(new ClientSecretPost("clientId", new Secret("s3cr&t")))
        .isNotEqualTo(new ClientSecretPost("clientId", new Secret("other")))
        .isNotEqualTo(new ClientSecretPost("other", new Secret("s3cr&t")))
        .isNotEqualTo(new ClientSecretBasic("clientId", new Secret("s3cr&t"), true));
  }
}
