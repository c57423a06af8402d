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

  @Test
  void of_a_failure_that_fails_when_it_is_asked_there_is_its_name() {
    assertThat(FailureWords.of(new Unruly())).isEqualTo(Unruly.class.getName());
  }

  @Test
  void a_failure_that_is_its_own_cause_has_an_end() {
    assertThat(FailureWords.of(new OwnCause())).isEqualTo("in a circle");
  }

  @SuppressWarnings("serial")
  private static final class OwnCause extends CompletionException {
    private OwnCause() {
      super("in a circle");
    }

    @Override
    public synchronized Throwable getCause() {
      return this;
    }
  }

  @SuppressWarnings("serial")
  private static final class Unruly extends RuntimeException {
    @Override
    public String getMessage() {
      throw new LinkageError("not I");
    }
  }
}
