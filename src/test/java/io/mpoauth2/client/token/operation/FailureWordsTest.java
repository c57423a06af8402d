package io.mpoauth2.client.token.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.token.TokenUnavailableException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailureWordsTest {

  @Test
  void of_a_stages_failure_the_reason_is_what_its_source_failed_with() {
    Throwable told = new CompletionException(new TokenUnavailableException("nobody there", null));

    assertThat(FailureWords.of(told)).isEqualTo("nobody there");
  }
}
