package io.mpoauth2.client.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page that somebody finds by the message is made of messages that were provoked. */
class ErrorsPageTest {

  @Test
  void the_page_is_what_was_provoked() throws Exception {
    ErrorsPage page = ErrorsPage.provoked();

    page.writeIfAsked();

    assertThat(ErrorsPage.committed()).isEqualTo(page.text());
  }
}
