package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What escapes stand for. A reading that is wrong hides no secret that has the character in it. */
class EscapesTest {

  @ParameterizedTest
  @CsvSource({
    "%7F, 7F",
    "%C2%80, 80",
    "%DF%BF, 7FF",
    "%E0%A0%80, 800",
    "%e2%82%ac, 20AC",
    "%EF%BF%BC, FFFC",
    "%F0%90%80%80, 10000",
    "%F4%8F%BF%BF, 10FFFF"
  })
  void bytes_of_utf_8_are_one_character(String bytes, String code) {
    assertThat(read(bytes)).isEqualTo(Character.toString(Integer.parseInt(code, 16)));
  }

  @ParameterizedTest
  @CsvSource({
    "%E9, \u00E9",
    "%E9%20%E9, \u00E9 \u00E9",
    "%C3%41, \u00C3A",
    "%80%41, \u0080A",
    "%C0%80, \u00C0\u0080",
    "%FF%FE, \u00FF\u00FE",
    "%E9%C3%A9, \u00E9\u00E9",
    "%C3%A9%C3, \u00E9\u00C3"
  })
  void other_bytes_are_latin_1(String bytes, String text) {
    assertThat(read(bytes)).isEqualTo(text);
  }

  @Test
  void escapes_of_json_are_read() {
    assertThat(read("a\\bb\\fc\\nd\\re\\tf")).isEqualTo("a\bb\fc\nd\re\tf");
    assertThat(read("\\\"\\'\\/\\\\\\u00e9\\x41\\u{1F600}")).isEqualTo("\"'/\\\u00E9A\uD83D\uDE00");
  }

  @Test
  void names_of_html_are_read_from_the_first_to_the_last() {
    assertThat(read("&Tab;&amp;&rbrace;")).isEqualTo("\t&}");
    assertThat(read("&nbsp;&eacute;&yuml;&Yacute;")).isEqualTo("\u00A0\u00E9\u00FF\u00DD");
    assertThat(read("&#233;&#xE9;&LT;")).isEqualTo("\u00E9\u00E9<");
  }

  @Test
  void pointers_of_json_are_read() {
    assertThat(read("a~1b~0c")).isEqualTo("a/b~c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100 %", "%4", "%zz", "a & b", "&nosuch;", "\\q", "~2", "\\u12", "%"})
  void what_is_no_escape_stands_for_itself(String text) {
    assertThat(read(text)).isEqualTo(text);
  }

  /** After one undoing. */
  private static String read(String text) {
    StringBuilder read = new StringBuilder();
    Escapes.undo(
        text,
        new Escapes.Reader() {
          @Override
          public void plain(int start, int end) {
            read.append(text, start, end);
          }

          @Override
          public void escape(String piece, int start, int end) {
            read.append(piece);
          }
        });
    return read.toString();
  }
}
