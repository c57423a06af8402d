package io.mpoauth2.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.SandboxKeys;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * The Signicat that the server's configuration speaks of; it runs in the JVM of the tests, beside
 * the server.
 */
final class ReservedSandbox {
  /**
   * Reserved by the build, because the server's configuration names the token endpoint before
   * anything runs.
   */
  private static final int PORT = Integer.getInteger("sandbox.port");

  /** What the server's configuration has, too. */
  static final String SECRET = "it-secret:%+ &${x}";

  private static final int OFTEN = 200;

  /** It ends with this JVM, which is one per server start. */
  private static final Sandbox SANDBOX = Sandbox.start(PORT, "it-client", SECRET, Sandbox.SCOPES);

  /** The build has made them, and an administrator has put the client's where the server's are. */
  private static final SandboxKeys KEYS =
      SandboxKeys.in(Path.of(System.getProperty("sandbox.keys")));

  static {
    SANDBOX.openTls(Integer.getInteger("sandbox.tls.port"), KEYS);
  }

  private ReservedSandbox() {}

  /** Returns its address. Its client has its keys again, if it was reset. */
  static URI start() {
    SANDBOX.changeKeys(KEYS.publicKeys());
    return SANDBOX.baseUri();
  }

  /** Returns its address when it has answered often, as the endpoints of others have. */
  static URI startedLongAgo() {
    URI api = start();
    SANDBOX.fixToken("warm");
    HttpClient client = HttpClient.newHttpClient();
    String login = "it-client:" + URLEncoder.encode(SECRET, UTF_8);
    String basic = Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    HttpRequest token =
        HttpRequest.newBuilder(SANDBOX.tokenEndpoint())
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=document_read"))
            .build();
    HttpRequest document =
        HttpRequest.newBuilder(api.resolve("/signature/documents/contract-1"))
            .header("Authorization", "Bearer warm")
            .build();
    HttpRequest counters = HttpRequest.newBuilder(api.resolve("/sandbox/counters")).build();
    for (int times = 0; times < OFTEN; times++) {
      for (HttpRequest request : List.of(token, document, counters)) {
        int status = client.sendAsync(request, BodyHandlers.discarding()).join().statusCode();
        if (status != 200) {
          throw new IllegalStateException(request + " was answered with " + status);
        }
      }
    }
    SANDBOX.reset();
    return start();
  }

  static Sandbox itself() {
    return SANDBOX;
  }
}
