package io.mpoauth2.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.jetty.http.HttpField;

/** Tells the caller what arrived: method, path, query, headers and a digest of the body. */
final class Echo implements Endpoint {

  @Override
  public Answer answer(Call call) {
    ObjectNode echo = Json.object();
    echo.put("method", call.method()).put("path", call.path()).put("query", call.query());
    ObjectNode headers = echo.putObject("headers");
    for (HttpField field : call.headers()) {
      if (!field.is("Authorization")) {
        headers.withArray(field.getLowerCaseName()).add(field.getValue());
      }
    }
    return Answer.json(200, BodyDigest.of(call.body()).addTo(echo));
  }
}
