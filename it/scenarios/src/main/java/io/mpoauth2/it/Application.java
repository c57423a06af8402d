package io.mpoauth2.it;

import io.mpoauth2.it.api.DocumentCalls;
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
    return calling(api, "");
  }

  /** As above, with more settings, as lines of a properties file. */
  static WebArchive calling(URI api, String settings) {
    WebArchive war =
        ShrinkWrap.create(WebArchive.class, "application.war")
            .addClass(InjectedClients.class)
            .addPackage(DocumentCalls.class.getPackage())
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
            .addAsResource(settings(api, settings), "META-INF/microprofile-config.properties");
    return INSTALLED ? war : war.addAsLibrary(new File(System.getProperty("library.jar")));
  }

  private static StringAsset settings(URI api, String more) {
    return new StringAsset(
        """
        api/mp-rest/url=%1$s
        generated/mp-rest/url=%1$s
        generated/mp-rest/oauth2-client=signicat
        oauth2.client.mistaken.token-endpoint=%1$s/oauth/connect/token
        oauth2.client.mistaken.client-id=it-client
        oauth2.client.mistaken.client-secret=not-the-secret
        library.installed=%2$s
        """
                .formatted(api, INSTALLED)
            + more);
  }
}
