package io.mpoauth2.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.it.tested.TestedApplication;
import io.mpoauth2.sandbox.Sandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

// tag::server[]
@ExtendWith(ArquillianExtension.class)
public class TestedApplicationIT {
  private static final Sandbox SANDBOX = Sandbox.start();

  @Deployment(testable = false)
  static WebArchive application() {
    Map<String, String> settings = new TreeMap<>(SANDBOX.settings("tested"));
    settings.put("signature/mp-rest/url", SANDBOX.baseUri().toString());
    return Application.withLibrary(
        ShrinkWrap.create(WebArchive.class, "tested.war")
            .addPackage(TestedApplication.class.getPackage())
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
            .addAsResource(lines(settings), "META-INF/microprofile-config.properties"));
  }

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void document_is_read_after_its_token_was_revoked_too() throws Exception {
    assertThat(get("/tested/documents/contract-1")).contains("contract-1");
    SANDBOX.revokeTokens();

    assertThat(get("/tested/documents/contract-1")).contains("contract-1");
    assertThat(SANDBOX.counters().tokenRequests()).isEqualTo(2);
  }

  // end::server[]

  @Test
  void bean_of_the_session_has_a_token() throws Exception {
    assertThat(get("/tested/documents")).isEqualTo("true");
  }

  private static StringAsset lines(Map<String, String> settings) {
    return new StringAsset(
        settings.entrySet().stream()
            .map(each -> each.getKey() + '=' + each.getValue())
            .collect(Collectors.joining("\n")));
  }

  private static String get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + System.getProperty("http.port") + path);
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }
}
