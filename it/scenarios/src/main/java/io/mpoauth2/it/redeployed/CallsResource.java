package io.mpoauth2.it.redeployed;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.it.api.Annotated;
import io.mpoauth2.it.api.Controls;
import io.mpoauth2.it.api.DocumentCalls;
import io.mpoauth2.it.api.LateReader;
import io.mpoauth2.it.api.Mistaken;
import io.mpoauth2.it.api.Reader;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Makes each kind of call that may leave something behind, and tells what came of it. */
@Path("/calls")
@RequestScoped
public class CallsResource {
  private static final String DOCUMENT = "contract-1";

  @Inject
  @ConfigProperty(name = "api/mp-rest/url")
  URI api;

  @Inject @RestClient Controls sandbox;
  @Inject @RestClient Annotated documents;
  @Inject @RestClient Reader reader;
  @Inject @RestClient LateReader lateReader;
  @Inject @RestClient Mistaken mistaken;
  @Inject @RestClient Unanswered unanswered;

  @Inject
  @OAuth2Client("signicat")
  TokenProvider tokens;

  @Inject
  @OAuth2Client("abandoned")
  TokenProvider abandoned;

  @GET
  public String calls() {
    return String.join(
        "\n",
        outcome("call", () -> documents.get(DOCUMENT)),
        outcome("built client", this::builtClient),
        outcome("token", () -> tokens.token().type()),
        outcome("token later", () -> tokens.tokenAsync().toCompletableFuture().get().type()),
        outcome("call after a 401", () -> afterRevocation(reader)),
        outcome("asynchronous call after a 401", () -> laterAfterRevocation(lateReader)),
        outcome("wrong secret", () -> mistaken.get(DOCUMENT)),
        outcome("silent token endpoint", () -> unanswered.get(DOCUMENT)),
        outcome("token that nobody waits for", this::abandoned));
  }

  private String builtClient() throws Exception {
    Annotated built = RestClientBuilder.newBuilder().baseUri(api).build(Annotated.class);
    try (AutoCloseable closed = (AutoCloseable) built) {
      return built.get(DOCUMENT);
    }
  }

  /** Goes on when the application has ended. */
  private String abandoned() {
    return abandoned.tokenAsync().toCompletableFuture().isDone() ? "done" : "still asked for";
  }

  private String afterRevocation(DocumentCalls client) {
    client.get(DOCUMENT);
    sandbox.revokeTokens();
    return client.get(DOCUMENT);
  }

  private String laterAfterRevocation(DocumentCalls client) throws Exception {
    client.get(DOCUMENT);
    sandbox.revokeTokens();
    return client.getLater(DOCUMENT).toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static String outcome(String what, Callable<String> call) {
    String answer;
    try {
      answer = call.call();
    } catch (Exception e) {
      answer = ours(e);
    }
    return what + ": " + (answer.contains(DOCUMENT) ? "document" : answer);
  }

  /** Gives the name of the exception of the library's that is the cause, else all of it. */
  private static String ours(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getClass().getName().startsWith("io.mpoauth2.client.")) {
        return cause.getClass().getSimpleName();
      }
    }
    return failure.toString();
  }
}
