package io.mpoauth2.it;

import java.io.File;
import java.net.URI;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR under test. */
final class Application {
  /**
   * The administrator has installed the jar once for all applications, so the WAR must not bring
   * its own.
   */
  private static final boolean INSTALLED = Boolean.getBoolean("library.installed");

  private Application() {}

  /** Returns a WAR whose own configuration says where the API is, and nothing about OAuth. */
  static WebArchive calling(URI api) {
    WebArchive war =
        ShrinkWrap.create(WebArchive.class, "application.war")
            .addClass(SandboxHealth.class)
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
            .addAsResource(settings(api), "META-INF/microprofile-config.properties");
    return INSTALLED ? war : war.addAsLibrary(new File(System.getProperty("library.jar")));
  }

  private static StringAsset settings(URI api) {
    return new StringAsset("sandbox/mp-rest/url=" + api + "\nlibrary.installed=" + INSTALLED);
  }
}
