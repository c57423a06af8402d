package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.transport.WrittenAnswer;
import io.mpoauth2.fuzzing.InTime;

/** Any bytes as the answer of a token endpoint, from the status line to the end. */
public final class AnyTokenAnswer {
  private static final AnsweredClient BASIC = AnsweredClient.withBasic();
  private static final AnsweredClient POST = AnsweredClient.withPost();

  private AnyTokenAnswer() {}

  public static void fuzzerTestOneInput(byte[] input) {
    InTime.ofAnyAnswer(
        () ->
            WrittenAnswer.of(input)
                .read()
                .ifPresent(
                    answer -> {
                      BASIC.copesWith(answer);
                      POST.copesWith(answer);
                    }));
  }
}
