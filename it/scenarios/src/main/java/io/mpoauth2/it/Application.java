package io.mpoauth2.it;

import io.mpoauth2.it.api.Controls;
import io.mpoauth2.it.api.DocumentCalls;
import io.mpoauth2.it.checked.CheckedApplication;
import io.mpoauth2.it.core.RestClientFeatures;
import io.mpoauth2.it.extended.IdleExtension;
import io.mpoauth2.it.listening.IdleListener;
import io.mpoauth2.it.listening.ListeningApplication;
import io.mpoauth2.it.redeployed.RedeployedApplication;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import java.io.File;
import java.net.URI;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;

/** The WARs under test. */
final class Application {
  /**
   * The administrator has installed the jar once for all applications, so the WAR must not bring
   * its own.
   */
  private static final boolean INSTALLED = Boolean.getBoolean("library.installed");

  /** One class of each jar: JUnit, with what it and the features are made of. */
  private static final List<Class<?>> NEEDED_BY_FEATURES =
      List.of(
          RestClientFeatures.class,
          Test.class,
          JupiterTestEngine.class,
          AnnotationSupport.class,
          TestEngine.class,
          Launcher.class,
          AssertionFailedError.class,
          Assertions.class,
          ByteBuddy.class,
          Awaitility.class,
          Matcher.class);

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
    return withLibrary(war);
  }

  /** Returns a WAR that runs the features of {@code it/core} when it is asked to. */
  static WebArchive withFeatures(URI api) {
    WebArchive war =
        ShrinkWrap.create(WebArchive.class, "features.war")
            .addClass(FeaturesApplication.class)
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
            .addAsResource(
                new StringAsset(
                    "sandbox.url=" + api + "\nresults.row=" + System.getProperty("results.row")),
                "META-INF/microprofile-config.properties")
            // The APIs of the matrix are servers of the JDK's, a module that WildFly must be asked
            // for.
            .addAsManifestResource(
                new StringAsset("Dependencies: jdk.httpserver\n"), "MANIFEST.MF");
    for (Class<?> type : NEEDED_BY_FEATURES) {
      war.addAsLibrary(jarOf(type));
    }
    return withLibrary(war);
  }

  /** Returns a WAR with clients whose token endpoint refuses, or is silent. */
  static WebArchive redeployed(URI api, URI silent) {
    return withLibrary(
        ShrinkWrap.create(WebArchive.class, "redeployed.war")
            .addPackage(RedeployedApplication.class.getPackage())
            .addPackage(DocumentCalls.class.getPackage())
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
            .addAsResource(
                settings(
                    api,
                    """
                    oauth2.client.unanswered.token-endpoint=%1$s
                    oauth2.client.unanswered.client-id=it-client
                    oauth2.client.unanswered.client-secret=a-secret
                    oauth2.client.unanswered.request-timeout=PT0.5S
                    oauth2.client.abandoned.token-endpoint=%1$s
                    oauth2.client.abandoned.client-id=it-client
                    oauth2.client.abandoned.client-secret=a-secret
                    oauth2.client.abandoned.request-timeout=PT2S
                    """
                        .formatted(silent)),
                "META-INF/microprofile-config.properties"));
  }

  /** Returns a WAR whose clients cannot be used. */
  static WebArchive checked(String name, String settings) {
    return withLibrary(
        ShrinkWrap.create(WebArchive.class, name)
            .addPackage(CheckedApplication.class.getPackage())
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
            .addAsResource(
                new StringAsset("oauth2.client.invoicing.client-id=id\n" + settings),
                "META-INF/microprofile-config.properties"));
  }

  /** Returns a WAR without the library, and with a listener. */
  static WebArchive listening(URI api) {
    return ShrinkWrap.create(WebArchive.class, "listening.war")
        .addPackage(ListeningApplication.class.getPackage())
        .addClass(Controls.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsResource(
            new StringAsset(IdleListener.class.getName()),
            "META-INF/services/" + RestClientListener.class.getName())
        .addAsResource(settings(api, ""), "META-INF/microprofile-config.properties");
  }

  /** Returns a WAR without the library and with a build compatible extension that does nothing. */
  static WebArchive extended() {
    return ShrinkWrap.create(WebArchive.class, "extended.war")
        .addPackage(IdleExtension.class.getPackage())
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsResource(
            new StringAsset(IdleExtension.class.getName()),
            "META-INF/services/" + BuildCompatibleExtension.class.getName());
  }

  /** Returns a WAR without any code. */
  static WebArchive neighbour() {
    return ShrinkWrap.create(WebArchive.class, "neighbour.war")
        .addAsWebResource(new StringAsset("Good morning"), "index.html");
  }

  /** Adds the jar where the server does not have it. */
  static WebArchive withLibrary(WebArchive war) {
    return INSTALLED ? war : war.addAsLibrary(new File(System.getProperty("library.jar")));
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
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
