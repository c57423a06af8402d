package io.mpoauth2.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartTest {
  @Test
  void without_arguments_it_is_the_strict_default() {
    Start start = Start.from();

    assertThat(start.port()).isZero();
    assertThat(start.isDetached()).isFalse();
    assertThat(start.client().id()).isEqualTo(Sandbox.DEFAULT_CLIENT_ID);
    assertThat(start.client().secret()).isEqualTo(Sandbox.DEFAULT_CLIENT_SECRET);
    assertThat(start.client().grantedScopes()).isEqualTo(Sandbox.SCOPES);
    assertThat(start.client().isGrantedAny()).isFalse();
  }

  @Test
  void options_stand_in_any_order() {
    Start start =
        Start.from("--scopes", "a b", "--detached", "8099", "--secret", "s", "--client", "c");

    assertThat(start)
        .isEqualTo(new Start(8099, new RegisteredClient("c", "s", Set.of("a", "b")), true));
  }

  @ParameterizedTest
  @CsvSource({
    "--port 8099, --port",
    "8099 8100, 8100",
    "65536, 65536",
    "-1, -1",
    "8o99, 8o99",
    "--secret, --secret",
    "--client a --client b, --client",
    "--scopes \u00dc, \u00dc"
  })
  void mistake_is_named(String words, String named) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Start.from(words.split(" ")))
        .withMessageContaining(named);
  }

  @Test
  void empty_client_is_one_too() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Start.from("--client", ""))
        .withMessageContaining("needs an id");
  }
}
