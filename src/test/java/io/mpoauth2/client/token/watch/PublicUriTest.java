package io.mpoauth2.client.token.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicUriTest {
  @ParameterizedTest
  @CsvSource({
    "https://login.example/token,                   https://login.example/token",
    "https://login.example:8443/a%20b?key=s3cret#x, https://login.example:8443/a%20b",
    "https://id:s3cret@login.example/token,         https://login.example/token",
    "https://under_score.example/token?a=b,         https://under_score.example/token",
    "http://[::1]:8080,                             http://[::1]:8080",
    "mailto:s3cret@example,                         mailto:/",
    "/token?key=s3cret,                             ''",
  })
  void only_what_is_no_credential_is_shown(URI uri, URI shown) {
    assertThat(PublicUri.of(uri)).isEqualTo(shown);
  }
}
