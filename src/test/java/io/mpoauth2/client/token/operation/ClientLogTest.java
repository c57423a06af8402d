package io.mpoauth2.client.token.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientLogTest {
  private final CapturedLog captured = CapturedLog.start();
  private final ClientLog log = new ClientLog("signicat");

  @AfterEach
  void close_the_log() {
    captured.close();
  }

  @Test
  void every_line_names_the_client() {
    log.warn("something is odd");

    assertThat(log.client()).isEqualTo("signicat");
    assertThat(captured.warnings()).containsExactly("OAuth2 client 'signicat': something is odd");
  }

  @Test
  void a_topic_is_warned_of_once() {
    log.warnOnce("scope", "first");
    log.warnOnce("scope", "second");
    log.warnOnce("lifetime", "third");

    assertThat(captured.warnings())
        .containsExactly("OAuth2 client 'signicat': first", "OAuth2 client 'signicat': third");
  }

  @Test
  void a_topic_is_warned_of_again_when_its_subject_changes() {
    log.warnOncePer("token-1", "refused", "first");
    log.warnOncePer("token-1", "refused", "again");
    log.warnOncePer("token-2", "refused", "second");

    assertThat(captured.warnings())
        .containsExactly("OAuth2 client 'signicat': first", "OAuth2 client 'signicat': second");
  }

  @Test
  void each_client_has_its_own_topics() {
    log.warnOnce("scope", "first");
    new ClientLog("other").warnOnce("scope", "second");

    assertThat(captured.warnings()).hasSize(2);
  }

  @Test
  void info_and_debug_are_no_warnings() {
    log.info("for your information");
    log.debug("for those who look closely");

    assertThat(captured.warnings()).isEmpty();
    assertThat(captured.everything())
        .contains("for your information", "for those who look closely");
  }

  @Test
  void of_a_stages_failure_the_reason_is_what_its_source_failed_with() {
    Throwable told = new CompletionException(new TokenUnavailableException("nobody there", null));

    assertThat(ClientLog.reason(told)).isEqualTo("nobody there");
  }

  @Test
  void a_provider_that_knows_whose_tokens_it_gives_has_its_own_log() {
    ClientLog.Owner owner = () -> log;

    assertThat(ClientLog.of(owner)).isSameAs(log);
  }

  @Test
  void whose_tokens_a_users_own_provider_gives_nobody_can_tell() {
    assertThat(ClientLog.of(new Object()).client()).isEqualTo("default");
  }
}
