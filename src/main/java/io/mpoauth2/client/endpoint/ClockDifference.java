package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.LogMessage;
import java.time.Duration;
import java.time.Instant;

/**
 * What the token endpoint's clock says (RFC 9110, section 6.6.1) beside ours, told once if it is
 * another time. The answer was made between sending and receiving, so that is no difference.
 */
record ClockDifference(ClientLog log, String server) {
  private static final Duration TOLERATED = Duration.ofSeconds(30);

  /** Looks at an answer, whatever it says otherwise. */
  void tell(HttpAnswer answer, Instant sentAt, Instant receivedAt) {
    Instant theirs = HttpDate.parse(answer.header("Date").strip(), receivedAt);
    // A cached answer is as old as it is (section 5.1 of RFC 9111).
    if (theirs == null || !answer.header("Age").isBlank()) {
      return;
    }
    Duration behind = Duration.between(theirs, sentAt);
    Duration ahead = Duration.between(receivedAt, theirs);
    if (behind.compareTo(TOLERATED) > 0) {
      tell(behind, "behind");
    } else if (ahead.compareTo(TOLERATED) > 0) {
      tell(ahead, "ahead of");
    }
  }

  private void tell(Duration difference, String where) {
    log.tellOnce(
        LogMessage.CLOCKS_DIFFER,
        () ->
            server
                + " has a clock that is "
                + difference.toSeconds()
                + " s "
                + where
                + " this server's; one of them is wrong, and so may be what goes by it, signed"
                + " assertions and an API's check of tokens for example");
  }
}
