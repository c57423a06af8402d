package io.mpoauth2.it.partner;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Gives documents to whoever asks. */
@ApplicationPath("/")
public class PartnerApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(PartnerResource.class);
  }
}
