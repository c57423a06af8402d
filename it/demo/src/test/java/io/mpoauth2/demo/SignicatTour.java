package io.mpoauth2.demo;

import java.io.IOException;

/** The steps against the real API. What comes of them is told, whatever it is. */
final class SignicatTour {
  private final Page page;
  private final Signicat signicat;
  private final ApplicationCall get;
  private final ApplicationCall file;

  SignicatTour(Page page, Signicat signicat) {
    this.page = page;
    this.signicat = signicat;
    this.get = ApplicationCall.get(signicat.document());
    this.file = ApplicationCall.file(signicat.document());
  }

  void run(WildFly wildFly) throws IOException, InterruptedException {
    page.heading("mp-oauth2-client on WildFly " + wildFly.version() + ", against Signicat");
    page.paragraph(
        "The credentials are those of SIGNICAT_CLIENT_ID and SIGNICAT_CLIENT_SECRET. Name a"
            + " document of your account in SIGNICAT_DOCUMENT; contract-1 is only the sandbox's, and"
            + " a 404 means that the token was good.");
    page.blank();
    page.entry("API", signicat.api().orElse("https://api.signicat.io"));
    page.entry("token endpoint", signicat.tokenEndpoint().orElse("the library's preset"));
    page.entry("scope", signicat.scope());
    page.blank();
    page.paragraph("Starting WildFly (about ten seconds) ...");
    try (RunningApplication application = wildFly.start(signicat.properties())) {
      page.title("1. The first call: the library gets a token, and the call goes out with it");
      call(application, get);
      page.title(
          "2. The second call: the same token again, if there is one, so it takes less time");
      call(application, get);
      page.title("3. A call that needs the scope document_file");
      call(application, file);
      page.blank();
      page.paragraph(
          "Left out, as only the sandbox does them on demand: a token endpoint that is down, a"
              + " token that is revoked. And the wrong secret, which Signicat might count against"
              + " you. Without the two variables the same command shows them.");
      page.blank();
      page.paragraph("Stopping WildFly ...");
      page.blank();
    }
  }

  private void call(RunningApplication application, ApplicationCall call)
      throws IOException, InterruptedException {
    RunningApplication.Result result = application.call(call);
    page.entry("application calls", call.code());
    page.entry(result.returned() ? "and gets" : "and catches", told(call, result));
    page.entry("", "after " + result.took().toMillis() + " ms");
    result.logged().forEach(line -> page.entry("server's log", line));
  }

  /** What is in real documents is nobody's business, and transcripts end up in build logs. */
  private String told(ApplicationCall call, RunningApplication.Result result) {
    return result.returned() && call.equals(get)
        ? "a document of " + result.text().length() + " characters, not shown here"
        : result.text();
  }
}
