package io.mpoauth2.it.quarkusrest;

// tag::quarkus[]
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.it.quarkusrest.SandboxResource.Steered;
import io.mpoauth2.sandbox.Sandbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class DocumentsResourceTest {
  @Steered Sandbox sandbox;

  @TestHTTPResource("/documents/contract-1")
  URI document;

  @Test
  void document_is_read_after_its_token_was_revoked_too() throws Exception {
    assertThat(get().body()).contains("contract-1");
    sandbox.revokeTokens();

    assertThat(get().body()).contains("contract-1");
  }

  private HttpResponse<String> get() throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(document).build(), BodyHandlers.ofString());
  }
}
// end::quarkus[]
