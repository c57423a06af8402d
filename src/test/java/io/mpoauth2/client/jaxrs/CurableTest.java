package io.mpoauth2.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "bearer realm=\"x\"",
        "Bearer error=\"invalid_token\"",
        "Basic realm=\"x\", Bearer",
        "DPoP algs=\"ES256\", Bearer error=\"invalid_token\"",
        "DPoP error=\"use_dpop_nonce\", Bearer error=\"invalid_token\"",
        "realm=\"x\"",
        "error=\"invalid_token\", error_description=\"The token has ended\"",
      })
  void new_token_may_cure(String header) {
    assertThat(Challenges.in(List.of(header)).areCurable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic realm=\"x\"",
        "DPoP algs=\"ES256\"",
        "DPoP error=\"use_dpop_nonce\"",
        "Bearer error=\"use_dpop_nonce\"",
        "DPoP error=\"use_dpop_nonce\", Bearer",
        "Bearer error=\"insufficient_user_authentication\", acr_values=\"x\"",
      })
  void new_token_cannot_cure(String header) {
    assertThat(Challenges.in(List.of(header)).areCurable()).isFalse();
  }
}
