package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.mpoauth2.client.endpoint.transport.WrittenAnswer;
import io.mpoauth2.fuzzing.InTime;

/**
 * An answer that says something over and over again is read or given up, before time and memory are
 * out. The input has what comes before, what comes often, and, unless that is for ever, what comes
 * behind. Where the beginning speaks of gzip, the body is packed.
 */
public final class LongAnswer {
  private static final AnsweredClient CLIENT = AnsweredClient.withBasic();

  /** In no UTF-8. */
  private static final String SEPARATOR = "\u00ff";

  private static final int LONGEST = 1 << 20;
  private static final int LONGER = LONGEST + (1 << 16);

  private LongAnswer() {}

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    String[] parts = new String(input, ISO_8859_1).split(SEPARATOR, 3);
    WrittenAnswer plain = WrittenAnswer.of(repeated(parts));
    WrittenAnswer answer = parts[0].contains("gzip") ? plain.packed() : plain;
    InTime.ofALongAnswer(() -> answer.read().ifPresent(CLIENT::copesWith));
  }

  /** As long as it can be without being too long, or too long. */
  private static byte[] repeated(String[] parts) {
    String often = parts.length > 1 ? parts[1] : "";
    String end = parts.length > 2 ? parts[2] : "";
    int length = (parts.length > 2 ? LONGEST : LONGER) - parts[0].length() - end.length();
    int times = often.isEmpty() ? 0 : Math.max(0, length / often.length());
    return (parts[0] + often.repeat(times) + end).getBytes(ISO_8859_1);
  }
}
