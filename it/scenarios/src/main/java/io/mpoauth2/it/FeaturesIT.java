package io.mpoauth2.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.it.core.MatrixResults;
import io.mpoauth2.it.core.Results;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every runtime is asked for, so that the servers are in the same table. */
@ExtendWith(ArquillianExtension.class)
public class FeaturesIT {
  private static final URI RUN =
      URI.create("http://127.0.0.1:" + System.getProperty("http.port") + "/features/run");

  @Deployment(testable = false)
  static WebArchive application() {
    return Application.withFeatures(ReservedSandbox.start());
  }

  @Test
  void server_has_every_feature() throws IOException, InterruptedException {
    String lines = run("");

    Results.write(lines);
    assertThat(lines.lines().skip(2))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).endsWith("=ok"));
  }

  @Test
  void second_request_is_the_first_one() throws IOException, InterruptedException {
    String lines = run("/matrix");

    MatrixResults.write("", lines);
    assertThat(lines.lines().skip(2))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).matches("[^=]+=(ok|no: .+)"));
  }

  private static String run(String what) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RUN + what)).timeout(Duration.ofMinutes(3)).build();

    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }
}
