package io.mpoauth2.benchmarks.contender;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The token request for those that leave it to their user, and the floor of what one costs: the
 * JDK's oldest client, and no JSON reader.
 */
public final class TokenPost {
  static final String CLIENT_ID = "client";
  static final String CLIENT_SECRET = "secret";

  private static final byte[] FORM =
      "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII);

  private final Terms terms;
  private final String authorization;

  public TokenPost(Terms terms) {
    this.terms = terms;
    byte[] credentials = (CLIENT_ID + ':' + CLIENT_SECRET).getBytes(StandardCharsets.US_ASCII);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** Asks for a token. */
  public String send() throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) terms.tokenEndpoint().toURL().openConnection();
    int timeout = (int) terms.timeout().toMillis();
    connection.setConnectTimeout(timeout);
    connection.setReadTimeout(timeout);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Authorization", authorization);
    connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
    connection.setDoOutput(true);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(FORM);
    }
    try (InputStream in = connection.getInputStream()) {
      return cut(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String cut(String json) {
    String before = "\"access_token\":\"";
    int start = json.indexOf(before) + before.length();
    return json.substring(start, json.indexOf('"', start));
  }
}
