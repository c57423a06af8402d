package io.mpoauth2.client.endpoint.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ProofTest {

  @Test
  void an_assertion_stands_in_the_form_and_is_hidden_whole_and_in_parts() {
    Proof proof = Proof.ofAssertion("assertion", new Secret("head.claims.signature"));

    assertThat(proof.parameters()).containsExactly(entry("assertion", "head.claims.signature"));
    assertThat(proof.secrets())
        .containsExactlyInAnyOrder("head.claims.signature", "head", "claims", "signature");
  }

  /** An unsigned one ends with a dot, and a missing part between two is nothing to look for. */
  @Test
  void a_part_that_is_empty_hides_nothing() {
    assertThat(Proof.ofAssertion("assertion", new Secret("head..signature")).secrets())
        .containsExactlyInAnyOrder("head..signature", "head", "signature");
    assertThat(Proof.ofAssertion("assertion", new Secret("head.claims.")).secrets())
        .containsExactlyInAnyOrder("head.claims.", "head", "claims");
  }

  @Test
  void to_string_shows_names_and_no_values() {
    Proof proof = Proof.ofClient("id").with("client_secret", "s3cr3t").hiding(Set.of("x"));

    assertThat(proof).hasToString("Proof[client_id, client_secret]");
  }
}
