package io.mpoauth2.it.core.runtime;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A CDI container in the JVM of the tests, as a {@code main} would start it. */
public final class CdiInJavaSe implements BeforeAllCallback, AfterAllCallback {
  private SeContainer container;

  @Override
  public void beforeAll(ExtensionContext context) {
    container = SeContainerInitializer.newInstance().initialize();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    container.close();
  }
}
