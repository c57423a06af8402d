package io.mpoauth2.client.endpoint.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTest {
  private final List<String> made = new ArrayList<>();
  private final Kept<String, String> kept = new Kept<>();

  @Test
  void the_same_is_made_once() {
    assertThat(of("a")).isEqualTo("of a");
    assertThat(of("a")).isEqualTo("of a");

    assertThat(made).containsExactly("a");
  }

  @Test
  void only_the_last_one_is_kept() {
    assertThat(of("a")).isEqualTo("of a");
    assertThat(of("b")).isEqualTo("of b");
    assertThat(of("a")).isEqualTo("of a");

    assertThat(made).containsExactly("a", "b", "a");
  }

  private String of(String key) {
    return kept.of(
        key,
        each -> {
          made.add(each);
          return "of " + each;
        });
  }
}
