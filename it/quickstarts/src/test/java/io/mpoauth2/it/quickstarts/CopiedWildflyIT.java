package io.mpoauth2.it.quickstarts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger changes WildFly's quick start. */
class CopiedWildflyIT {
  @Test
  void server_has_the_application_of_the_last_build(@TempDir Path work) throws Exception {
    CopiedWildfly project = CopiedWildfly.to(work);

    project.build();
    project.change("src/main/java/com/example/ShopResource.java", "\"/shop\"", "\"/store\"");
    project.build();

    assertThat(project.deployed()).hasSameBinaryContentAs(project.packaged());
  }
}
