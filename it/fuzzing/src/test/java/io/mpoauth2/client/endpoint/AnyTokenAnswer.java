package io.mpoauth2.client.endpoint;

/** Any bytes as the answer of a token endpoint, from the status line to the end. */
public final class AnyTokenAnswer {
  private static final AnsweredClient BASIC = AnsweredClient.withBasic();
  private static final AnsweredClient POST = AnsweredClient.withPost();

  private AnyTokenAnswer() {}

  public static void fuzzerTestOneInput(byte[] input) {
    BASIC.copesWith(input);
    POST.copesWith(input);
  }
}
