package io.mpoauth2.it.core.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The JVM of the tests as the runtime; what it is told stands in system properties. */
public final class JavaSe implements BeforeAllCallback, AfterAllCallback {
  private ServedSandbox sandbox;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    List<Path> templates = new ArrayList<>(Template.named("client.properties").writtenCopies());
    Template.ofKeys().forEach(template -> templates.add(template.file()));
    System.setProperty(
        "smallrye.config.locations",
        templates.stream().map(Path::toString).collect(Collectors.joining(",")));
    sandbox = ServedSandbox.start();
    sandbox.settings().forEach(System::setProperty);
    // Another test class may have asked for it before, when these files were not named yet.
    ConfigProviderResolver.instance().releaseConfig(ConfigProvider.getConfig());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    sandbox.settings().keySet().forEach(System::clearProperty);
    sandbox.close();
  }
}
