package io.mpoauth2.client.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {
  private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void every_visible_ascii_character_can_be_sent() {
    StringBuilder visible = new StringBuilder();
    for (char c = '!'; c <= '~'; c++) {
      visible.append(c);
    }

    assertThat(AccessToken.isSendable(visible.toString())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a\r\nX-Injected: 1",
        "a\n",
        "a\t",
        "a\u0000",
        "a\u007f",
        "t\u00f8ken"
      })
  void what_would_break_the_header_is_refused_and_not_repeated(String value) {
    assertThat(AccessToken.isSendable(value)).isFalse();
    assertThatThrownBy(() -> new AccessToken(value, "Bearer", END, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("Injected", "\u00f8ken");
  }

  @Test
  void a_token_tells_how_and_until_when_it_is_used() {
    AccessToken token = new AccessToken("abc", "Bearer", END, Set.of());

    assertThat(token.value()).isEqualTo("abc");
    assertThat(token.type()).isEqualTo("Bearer");
    assertThat(token.expiresAt()).isEqualTo(END);
  }

  @Test
  void scopes_are_sorted_and_cannot_be_changed() {
    Set<String> granted = new HashSet<>(List.of("write", "read"));

    AccessToken token =
        new AccessToken("abc", "Bearer", END, granted).withRequestedScope(Set.of("admin"));
    granted.clear();

    assertThat(token.scope()).containsExactly("read", "write");
    assertThat(token.requestedScope()).containsExactly("admin");
    assertThatThrownBy(() -> token.scope().add("admin"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void what_was_granted_is_what_was_asked_for_unless_told_otherwise() {
    AccessToken token = new AccessToken("abc", "Bearer", END, Set.of("read"));

    assertThat(token.requestedScope()).containsExactly("read");
  }

  @Test
  void tokens_are_equal_when_all_of_them_is() {
    AccessToken token = new AccessToken("abc", "Bearer", END, Set.of("read"));

    assertThat(token)
        .isEqualTo(new AccessToken("abc", "Bearer", END, Set.of("read")))
        .hasSameHashCodeAs(new AccessToken("abc", "Bearer", END, Set.of("read")))
        .isNotEqualTo(new AccessToken("abd", "Bearer", END, Set.of("read")))
        .isNotEqualTo(new AccessToken("abc", "DPoP", END, Set.of("read")))
        .isNotEqualTo(new AccessToken("abc", "Bearer", END.plusNanos(1), Set.of("read")))
        .isNotEqualTo(new AccessToken("abc", "Bearer", END, Set.of("write")))
        .isNotEqualTo(token.withRequestedScope(Set.of()));
  }

  @Test
  void a_scope_of_two_hundred_characters_is_shown_whole_and_a_longer_one_is_cut() {
    String fits = "a".repeat(198);

    assertThat(new AccessToken("abc", "Bearer", END, Set.of(fits))).asString().contains(fits + "]");
    assertThat(new AccessToken("abc", "Bearer", END, Set.of(fits + "a")))
        .asString()
        .contains(fits + "a …")
        .doesNotContain("a]");
  }

  /** {@code printf %s abc | sha256sum}. */
  @Test
  void a_fingerprint_is_the_beginning_of_the_hash() {
    AccessToken token = new AccessToken("abc", "Bearer", Instant.EPOCH, Set.of());

    assertThat(token.fingerprint()).isEqualTo("ba7816bf");
  }
}
