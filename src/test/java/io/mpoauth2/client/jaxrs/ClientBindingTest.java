package io.mpoauth2.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.NumberedTokens;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.TokenUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refused token whose replacement was not there in time. */
class ClientBindingTest {
  private final NumberedTokens tokens = new NumberedTokens();
  private final ClientBinding binding = new ClientBinding(tokens, CallSettings.DEFAULTS);

  @BeforeEach
  void the_first_token_is_refused() {
    binding.rememberLate(binding.token());
  }

  @Test
  void it_is_not_given_again() {
    assertThat(binding.token().value()).isEqualTo("token-2");
    assertThat(binding.token().value()).isEqualTo("token-2");
  }

  @Test
  void it_is_given_where_no_other_token_can_be_had() {
    tokens.cannotReplace(new TokenUnavailableException("down", null));

    assertThat(binding.token().value()).isEqualTo("token-1");
  }

  @Test
  void it_is_asked_about_again_after_a_failure() {
    tokens.cannotReplace(new TokenUnavailableException("down", null));
    binding.token();

    tokens.canReplaceAgain();

    assertThat(binding.token().value()).isEqualTo("token-2");
  }

  @Test
  void once_there_is_another_one_nothing_is_replaced() {
    tokens.replace(tokens.token());

    assertThat(binding.token().value()).isEqualTo("token-2");
    assertThat(tokens.issued()).isEqualTo(2);
  }

  /** Else each call would ask for another one, without a 401 in between. */
  @Test
  void where_the_same_one_comes_back_it_is_asked_about_once() {
    tokens.exhausted();
    AccessToken same = binding.token();

    binding.token();

    assertThat(same.value()).isEqualTo("token-1");
    assertThat(tokens.replacements()).isEqualTo(1);
  }
}
