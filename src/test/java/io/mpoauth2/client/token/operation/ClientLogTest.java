package io.mpoauth2.client.token.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.CapturedLog;
import java.util.logging.Level;
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
  void every_line_begins_with_its_id_and_names_the_client() {
    log.tell(LogMessage.FORBIDDEN, () -> "something is odd");

    assertThat(log.client()).isEqualTo("signicat");
    assertThat(captured.warnings())
        .containsExactly("MPOA0064: OAuth2 client 'signicat': something is odd");
  }

  @Test
  void what_is_about_no_client_alone_names_none() {
    ClientLog.ofAll().tell(LogMessage.LISTENER_THREW, () -> "one is odd");

    assertThat(captured.warnings()).containsExactly("MPOA0100: one is odd");
  }

  @Test
  void some_things_are_said_once() {
    log.tellOnce(LogMessage.NARROWER_SCOPE, () -> "first");
    log.tellOnce(LogMessage.NARROWER_SCOPE, () -> "second");
    log.tellOnce(LogMessage.NO_LIFETIME, () -> "third");

    assertThat(captured.warnings())
        .containsExactly(
            "MPOA0023: OAuth2 client 'signicat': first",
            "MPOA0021: OAuth2 client 'signicat': third");
  }

  @Test
  void some_things_are_said_once_per_topic() {
    log.tellOnce(LogMessage.UNKNOWN_PROPERTY, "colour", () -> "first");
    log.tellOnce(LogMessage.UNKNOWN_PROPERTY, "shape", () -> "second");
    log.tellOnce(LogMessage.UNKNOWN_PROPERTY, "colour", () -> "third");

    assertThat(captured.warnings()).hasSize(2);
  }

  @Test
  void some_things_are_said_again_when_their_subject_changes() {
    log.tellOncePer("token-1", LogMessage.NO_OTHER_TOKEN, () -> "first");
    log.tellOncePer("token-1", LogMessage.NO_OTHER_TOKEN, () -> "again");
    log.tellOncePer("token-2", LogMessage.NO_OTHER_TOKEN, () -> "second");

    assertThat(captured.warnings())
        .containsExactly(
            "MPOA0060: OAuth2 client 'signicat': first",
            "MPOA0060: OAuth2 client 'signicat': second");
  }

  @Test
  void what_was_said_is_not_said_again_when_no_more_can_be_remembered() {
    for (int i = 0; i < 300; i++) {
      log.tellOnceEach("property " + i, LogMessage.UNKNOWN_PROPERTY, () -> "odd");
    }
    int told = captured.warnings().size();

    log.tellOnceEach("property 0", LogMessage.UNKNOWN_PROPERTY, () -> "again");
    log.tellOnceEach("property 150", LogMessage.UNKNOWN_PROPERTY, () -> "again");

    assertThat(captured.warnings()).hasSize(told);
  }

  @Test
  void each_client_has_its_own_memory() {
    log.tellOnce(LogMessage.NARROWER_SCOPE, () -> "first");
    new ClientLog("other").tellOnce(LogMessage.NARROWER_SCOPE, () -> "second");

    assertThat(captured.warnings()).hasSize(2);
  }

  @Test
  void each_message_has_its_level() {
    log.tell(LogMessage.TOKEN_AGAIN, () -> "for your information");
    log.tell(LogMessage.TOKEN_ISSUED, () -> "for those who look closely");

    assertThat(captured.warnings()).isEmpty();
    assertThat(captured.everything())
        .contains("for your information", "for those who look closely");
  }

  @Test
  void nothing_is_put_together_that_nobody_reads() {
    captured.hearsOnly(Level.INFO);

    log.tell(
        LogMessage.TOKEN_ISSUED,
        () -> {
          throw new AssertionError("put together");
        });
  }

  @Test
  void a_provider_that_knows_whose_tokens_it_gives_has_its_own_log() {
    OwnProvider owner = () -> log;

    assertThat(ClientLog.of(owner)).isSameAs(log);
  }

  @Test
  void whose_tokens_a_users_own_provider_gives_nobody_can_tell() {
    assertThat(ClientLog.of(new Object()).client()).isEqualTo("default");
  }
}
