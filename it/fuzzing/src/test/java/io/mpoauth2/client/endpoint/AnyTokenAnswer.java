package io.mpoauth2.client.endpoint;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import java.util.Map;
import java.util.TreeMap;

/** Any words as the answer of a token endpoint, in its headers and in its body. */
public final class AnyTokenAnswer {
  private static final AnsweredClient BASIC = AnsweredClient.withBasic();
  private static final AnsweredClient POST = AnsweredClient.withPost();

  private AnyTokenAnswer() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    int status = data.consumeInt(200, 999);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Retry-After", data.consumeString(100));
    headers.put("Location", data.consumeString(3_000));
    HttpAnswer answer = new HttpAnswer(status, headers, data.consumeRemainingAsString());

    BASIC.copesWith(answer);
    POST.copesWith(answer);
  }
}
