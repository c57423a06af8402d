package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToldNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "7, 7",
    "+7, 7",
    "-7, -7",
    "007, 7",
    "3600.0, 3600",
    "3599.9, 3599",
    "-0.9, 0",
    "1e3, 1000",
    "1E+3, 1000",
    "36e2, 3600",
    "3.6e3, 3600",
    "3.6E03, 3600",
    "3599.99e0, 3599",
    "0.0036e6, 3600",
    "36000e-1, 3600",
    "1e-1, 0",
    "0e9, 0",
    "0.00e9, 0",
    "999999999999999999, 999999999999999999"
  })
  void a_number_has_its_whole_part(String text, long whole) {
    assertThat(ToldNumber.whole(text)).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "0000000000000000000000003600, 3600",
    "3600.000000000000000000000000000000, 3600",
    "1.0000000000000000000000e4, 10000",
    "360000000000000000000000e-20, 3600",
    "0.000000000000000000000000000000036e32, 3",
    "1e-2147483648, 0",
    "1e-99999999999999999999, 0"
  })
  void it_may_be_written_at_length(String text, long whole) {
    assertThat(ToldNumber.whole(text)).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999999999999999999", "1e18", "1e2147483648", "1e99999999999999999999"})
  void one_that_is_too_large_is_the_largest(String text) {
    assertThat(ToldNumber.whole(text)).isEqualTo(Long.MAX_VALUE);
    assertThat(ToldNumber.whole("-" + text)).isEqualTo(-Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+-1",
        ".",
        ".5",
        "5.",
        "1.2.3",
        "e5",
        "5e",
        "5e+",
        "1e2e3",
        "1e2E3",
        "1,5",
        "1 000",
        "NaN",
        "0x10",
        "\u0661",
        "1234567890123456789012abc",
        "1.5abc"
      })
  void anything_else_is_none(String text) {
    assertThat(ToldNumber.whole(text)).isNull();
  }

  @Test
  void a_million_digits_are_read_too() {
    String digits = "9".repeat(1_000_000);

    assertThat(ToldNumber.whole(digits)).isEqualTo(Long.MAX_VALUE);
    assertThat(ToldNumber.whole("0." + digits)).isZero();
    assertThat(ToldNumber.whole("0".repeat(1_000_000) + "7")).isEqualTo(7);
  }
}
