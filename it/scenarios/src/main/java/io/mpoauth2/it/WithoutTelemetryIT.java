package io.mpoauth2.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.it.tested.TestedApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** This server has neither OpenTelemetry nor MicroProfile Health, and its log does not say so. */
@ExtendWith(ArquillianExtension.class)
public class WithoutTelemetryIT {
  private static final Path LOG = Path.of(System.getProperty("server.log"));
  private static final Pattern MISSED =
      Pattern.compile("opentelemetry|microprofile[./]health|client\\.telemetry|NoClassDefFound");

  @ArquillianResource Deployer deployer;

  @Deployment(name = "quiet", managed = false, testable = false)
  static WebArchive quiet() {
    return Application.withLibrary(
        ShrinkWrap.create(WebArchive.class, "quiet.war")
            .addPackage(TestedApplication.class.getPackage())
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml"));
  }

  @Test
  void at_deployment_the_log_says_nothing_of_classes_that_are_not_there() throws IOException {
    int before = lines().size();

    deployer.deploy("quiet");

    assertThat(lines().subList(before, lines().size()))
        .noneMatch(line -> MISSED.matcher(line).find());
    deployer.undeploy("quiet");
  }

  private static List<String> lines() throws IOException {
    return new String(Files.readAllBytes(LOG), StandardCharsets.ISO_8859_1).lines().toList();
  }
}
