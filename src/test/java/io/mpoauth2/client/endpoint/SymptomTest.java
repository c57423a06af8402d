package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of what was seen and what to do. */
class SymptomTest {
  private static final String LOCATION = "https://www.example/";

  @ParameterizedTest
  @EnumSource
  void every_row_is_provoked_and_its_remedy_is_the_messages_end(Symptom row) {
    ProvokedSymptoms.Failure failure = ProvokedSymptoms.of(row);
    String shown = failure.provoked().message().contains("redirects to") ? LOCATION : "";
    Seen seen =
        new Seen(failure.settings(), Seen.Outcome.NO_ANSWER, Optional.empty(), 0, "", shown);

    assertThat(failure.provoked().message())
        .endsWithIgnoringCase(row.remedy().toldOf(seen))
        .doesNotContainPattern("\\{[a-z-]+}|<(scope|grant|location|client)>");
  }

  @Test
  void a_word_is_a_code_where_some_row_is_known_by_it() {
    assertThat(Symptom.isCode("invalid_client")).isTrue();
    assertThat(Symptom.isCode("invalid_request")).isTrue();
    assertThat(Symptom.isCode("invalid")).isFalse();
  }
}
