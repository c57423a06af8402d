package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

  private final Excerpt excerpt = new Excerpt(Set.of("s3cr3t"));

  @Test
  void short_words_are_kept() {
    assertThat(excerpt.of("Client authentication failed."))
        .isEqualTo("Client authentication failed.");
  }

  @Test
  void two_hundred_characters_are_kept() {
    assertThat(excerpt.of("x".repeat(200))).isEqualTo("x".repeat(200));
  }

  @Test
  void one_more_is_cut() {
    assertThat(excerpt.of("x".repeat(201))).isEqualTo("x".repeat(200) + " (cut)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nb",
        "a\u0000b",
        "a\u001b b",
        "a \t\n b",
        "a\u0085b",
        "a\u2028b",
        "a\u202eb",
        "a\ud800b"
      })
  void what_could_forge_a_line_or_hide_text_becomes_one_space(String text) {
    assertThat(excerpt.of(text)).isEqualTo("a b");
  }

  @Test
  void a_cut_through_a_surrogate_pair_leaves_no_half_of_it() {
    assertThat(excerpt.of("x".repeat(199) + "😀")).isEqualTo("x".repeat(199) + " (cut)");
  }

  @Test
  void a_secret_is_hidden_wherever_it_comes() {
    assertThat(excerpt.of("s3cr3t is not s3cr3t")).isEqualTo("(hidden) is not (hidden)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        " \r\n  ",
        "<wbr>",
        "</b> <b class='x'>",
        "\u00AD",
        "&shy;",
        "\u200B",
        "%0A"
      })
  void a_secret_is_hidden_though_a_server_breaks_it(String broken) {
    Excerpt other = new Excerpt(Set.of("Pa+ss/w0rd&<1>"));

    assertThat(other.of("unknown: Pa+ss/w" + broken + "0rd&<1> !"))
        .isEqualTo("unknown: (hidden) !");
    assertThat(other.of("unknown: Pa+ss/w0r" + broken + "d&amp;&lt;1&gt; !"))
        .isEqualTo("unknown: (hidden) !");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Pa+ss~1w0rd&<1>", "Pa+ss\\u{2f}w0rd&<1>", "Pa+ss\\u{00002F}w0rd\\u{26}<1>"})
  void a_secret_is_hidden_in_rarer_spellings_too(String spelling) {
    Excerpt other = new Excerpt(Set.of("Pa+ss/w0rd&<1>"));

    assertThat(other.of("unknown: " + spelling + " !")).isEqualTo("unknown: (hidden) !");
  }

  @Test
  void exactly_what_a_secret_is_spelled_with_is_hidden() {
    Excerpt other = new Excerpt(Set.of("/w0rd/"));

    assertThat(other.of("unknown: %2Fw0rd%2F !")).isEqualTo("unknown: (hidden) !");
    assertThat(other.of("unknown: &sol;w0rd\\u002f!")).isEqualTo("unknown: (hidden)!");
  }

  @Test
  void of_bytes_beside_each_other_those_of_a_secret_are_hidden() {
    assertThat(excerpt.of("%78%78%73%33%63%72%33%74%79%79")).isEqualTo("%78%78(hidden)%79%79");
  }

  /** A link in a link, each time escaped as a whole. */
  @Test
  void a_secret_that_is_escaped_four_times_over_is_hidden() {
    assertThat(excerpt.of("unknown: %252525733cr3t")).isEqualTo("unknown: (hidden)");
  }

  @Test
  void a_secret_of_eight_characters_is_hidden_though_a_server_breaks_it() {
    assertThat(new Excerpt(Set.of("tortoise")).of("a tort\noise !")).isEqualTo("a (hidden) !");
  }

  /** A server that cuts what it repeats. */
  @Test
  void eight_characters_of_a_secret_at_the_end_are_hidden() {
    Excerpt other = new Excerpt(Set.of("tortoiseshell"));

    assertThat(other.of("It was tortoise")).isEqualTo("It was (hidden)");
    assertThat(other.of("It was tortois")).isEqualTo("It was tortois");
  }

  @Test
  void words_that_have_a_short_secret_in_them_across_a_blank_are_kept() {
    assertThat(new Excerpt(Set.of("sis")).of("this\nis it")).isEqualTo("this is it");
  }

  @Test
  void a_secret_at_the_cut_is_hidden_whole() {
    assertThat(excerpt.of("x".repeat(195) + "s3cr3t")).doesNotContain("s3");
  }

  @Test
  void an_empty_secret_hides_nothing() {
    assertThat(new Excerpt(Set.of("")).of("words")).isEqualTo("words");
  }

  @Test
  void a_body_is_quoted_from_its_beginning() {
    assertThat(excerpt.ofBody("<html>\n<h1>Down</h1>"))
        .endsWith("begins: \"<html> <h1>Down</h1>\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\": \"eyJhb",
        "your token is abc1",
        "{\"\\u0061ccess_token\": \"abc(:@)\"}",
        "<p>Token: abc",
        "ACCESS_TOKEN=abc"
      })
  void a_body_in_which_a_token_may_be_is_not_shown(String body) {
    assertThat(excerpt.ofBody(body))
        .contains(body.length() + " characters are not shown")
        .doesNotContain("eyJhb", "abc");
  }

  @Test
  void a_sentence_about_a_token_is_shown() {
    assertThat(excerpt.ofBody("<p>Could not verify the provided CSRF token</p>"))
        .endsWith("begins: \"<p>Could not verify the provided CSRF token</p>\"");
  }

  @Test
  void an_empty_body_is_not_mentioned() {
    assertThat(excerpt.ofBody(" \n")).isEmpty();
  }

  @Test
  void eight_thousand_characters_are_read_whole() {
    String text = "x y ".repeat(1 << 11);

    assertThat(excerpt.withoutSecrets(text)).isEqualTo(text);
  }

  /** What stands there of it may be too short to be known for a part of it. */
  @Test
  void where_reading_ends_no_part_of_a_secret_is_left() {
    String spelled = "%255Cu0074%255Cu006F%255Cu0072%255Cu0074".repeat(2);
    String text = "x".repeat((1 << 13) - 40) + spelled;

    assertThat(new Excerpt(Set.of("torttorttort")).withoutSecrets(text)).matches("x+");
  }

  /** An assertion is as long as that; a page of an error is longer, and its beginning tells. */
  @Test
  void of_a_long_text_there_is_the_beginning_though_a_secret_is_long() {
    Excerpt ofLong = new Excerpt(Set.of("a1b2c3d4".repeat(500)));

    assertThat(ofLong.of("Words. " + "x y ".repeat(5000))).startsWith("Words. x y");
  }

  @ParameterizedTest
  @ValueSource(ints = {250, 257, 1000, 3999, 4000})
  void of_a_long_secret_as_much_is_hidden_as_stands_there(int length) {
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; numbers.length() < 4000; i++) {
      numbers.append((char) ('a' + i % 26)).append(i);
    }
    String secret = numbers.substring(0, 4000);

    assertThat(new Excerpt(Set.of(secret)).of("It was " + secret.substring(0, length)))
        .isEqualTo("It was (hidden)");
  }
}
