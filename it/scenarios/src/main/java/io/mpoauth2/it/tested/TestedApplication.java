package io.mpoauth2.it.tested;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Gives documents to whoever asks. */
@ApplicationPath("/")
public class TestedApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(DocumentsResource.class);
  }
}
