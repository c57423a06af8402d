package io.mpoauth2.demo;

import static java.util.Map.entry;

import io.mpoauth2.sandbox.LoggedRequest;
import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.TokenFault;
import java.io.IOException;
import java.util.Map;

/** The steps against the sandbox, which does what Signicat does only now and then. */
final class SandboxTour {
  private static final String DOCUMENT = "contract-1";
  private static final String SCOPE = "document_read";
  private static final ApplicationCall GET = ApplicationCall.get(DOCUMENT);
  private static final String PATH = "/signature/documents/" + DOCUMENT;

  private final Page page;

  SandboxTour(Page page) {
    this.page = page;
  }

  /** Tells whether everything was as it should be. */
  boolean run(WildFly wildFly) throws IOException, InterruptedException {
    page.heading("mp-oauth2-client on WildFly " + wildFly.version() + ", against the sandbox");
    page.paragraph(
        "An application with one annotation and three properties calls the documents API. No"
            + " Signicat account is needed: the sandbox stands in for the token endpoint and the"
            + " API. With SIGNICAT_CLIENT_ID and SIGNICAT_CLIENT_SECRET in the environment the same"
            + " command calls the real API.");
    page.blank();
    page.paragraph("Starting the sandbox and WildFly (about ten seconds) ...");
    try (Sandbox sandbox = Sandbox.start();
        RunningApplication application = wildFly.start(settings(sandbox))) {
      SandboxSteps steps = new SandboxSteps(page, application, sandbox);
      take(steps, sandbox);
      page.blank();
      page.paragraph("Stopping WildFly ...");
      page.blank();
      page.paragraph(steps.verdict());
      page.blank();
      return steps.allAsExpected();
    }
  }

  /**
   * Only one step has a token replaced: a replacement that is refused within its first second would
   * not be replaced in turn.
   */
  private static void take(SandboxSteps steps, Sandbox sandbox)
      throws IOException, InterruptedException {
    steps.title("The first call: the library gets a token, and the call goes out with it");
    steps.call(GET).returns("{").requests(token(200), api(PATH, 200));

    steps.title("The second call: the same token again, so no token request");
    steps.call(GET).returns("{").requests(api(PATH, 200));

    steps.title("The token endpoint is down (503): while the token lives, nobody notices");
    sandbox.failTokenRequests(TokenFault.answering(503));
    steps.call(GET).returns("{").requests(api(PATH, 200));
    sandbox.healTokenEndpoint();

    steps.title(
        "The token is revoked: the API says 401, and the call is sent again with a new one");
    sandbox.revokeTokens();
    steps.call(GET).returns("{").requests(api(PATH, 401), token(200), api(PATH, 200));

    steps.title("A call beyond the scope: 403, and the server's log says what to change");
    steps
        .call(ApplicationCall.file(DOCUMENT))
        .fails("403")
        .logs("document_file")
        .requests(api(PATH + "/files", 403));

    steps.title("A wrong secret: no token, so the call is not sent, and the exception says why");
    steps
        .call(ApplicationCall.getWithWrongSecret(DOCUMENT))
        .fails("oauth2.client.wrong-secret.client-secret")
        .requests(token(400));
  }

  /**
   * The first three stand in the application's own configuration as well; here they keep out what
   * the environment may have under these names, be it empty.
   */
  private static Map<String, String> settings(Sandbox sandbox) {
    String tokenEndpoint = sandbox.tokenEndpoint().toString();
    return Map.ofEntries(
        entry("SIGNICAT_CLIENT_ID", Sandbox.DEFAULT_CLIENT_ID),
        entry("SIGNICAT_CLIENT_SECRET", Sandbox.DEFAULT_CLIENT_SECRET),
        entry("SIGNICAT_SCOPE", SCOPE),
        entry("signature/mp-rest/url", sandbox.baseUri().toString()),
        entry("oauth2.client.signicat.token-endpoint", tokenEndpoint),
        entry("oauth2.client.wrong-secret.token-endpoint", tokenEndpoint),
        entry("oauth2.client.wrong-secret.client-id", Sandbox.DEFAULT_CLIENT_ID),
        entry("oauth2.client.wrong-secret.client-secret", "not-the-secret"),
        entry("oauth2.client.wrong-secret.scope", SCOPE));
  }

  private static LoggedRequest token(int status) {
    return new LoggedRequest("POST", "/oauth/connect/token", status, SCOPE);
  }

  private static LoggedRequest api(String path, int status) {
    return new LoggedRequest("GET", path, status, null);
  }
}
