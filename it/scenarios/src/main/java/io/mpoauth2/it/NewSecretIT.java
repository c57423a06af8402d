package io.mpoauth2.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.it.partner.PartnerApplication;
import io.mpoauth2.sandbox.Sandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The authorization server has a new secret, and this server is told it by its own means. */
@ExtendWith(ArquillianExtension.class)
public class NewSecretIT {
  private static final String CLIENT = "partner";

  private final SecretKeeper keeper = SecretKeeper.ofThisServer();
  private final Sandbox sandbox = ReservedSandbox.itself();

  @Deployment(testable = false)
  static WebArchive application() {
    return Application.withLibrary(
        ShrinkWrap.create(WebArchive.class, "partner.war")
            .addPackage(PartnerApplication.class.getPackage())
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
            .addAsResource(
                new StringAsset("signature/mp-rest/url=" + ReservedSandbox.start()),
                "META-INF/microprofile-config.properties"));
  }

  @Test
  void a_new_secret_is_used_without_a_restart_of_anything() throws Exception {
    assertIsDocument(get());
    try {
      sandbox.changeSecret("new-secret:%+ &${x}");
      keeper.change(CLIENT, "new-secret:%+ &${x}");
      sandbox.revokeTokens();
      long before = sandbox.counters().tokenRequests();

      assertIsDocument(get());

      assertThat(sandbox.counters().tokenRequests()).isEqualTo(before + 1);
    } finally {
      sandbox.changeSecret(ReservedSandbox.SECRET);
      keeper.change(CLIENT, ReservedSandbox.SECRET);
    }
  }

  private static void assertIsDocument(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).contains("contract-1");
  }

  private static HttpResponse<String> get() throws Exception {
    URI uri =
        URI.create(
            "http://127.0.0.1:"
                + System.getProperty("http.port")
                + "/partner/documents/contract-1");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
