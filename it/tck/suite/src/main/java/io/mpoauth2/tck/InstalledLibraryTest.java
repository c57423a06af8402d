package io.mpoauth2.tck;

import static org.testng.Assert.assertEquals;

import java.util.ServiceLoader;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.testng.Arquillian;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.testng.annotations.Test;

/**
 * Runs among the tests of the TCK, whose results would be the same as well if the jar had never
 * been installed. The REST client finds the library as is done here.
 */
public class InstalledLibraryTest extends Arquillian {
  @Deployment
  public static WebArchive application() {
    return ShrinkWrap.create(WebArchive.class, "installed-library.war");
  }

  @Test
  public void server_has_the_library_when_it_should() {
    assertEquals(libraryIsFound(), Boolean.getBoolean("library.installed"));
  }

  @Test
  @RunAsClient
  public void jvm_beside_the_server_has_the_library_when_it_should() {
    assertEquals(libraryIsFound(), Boolean.getBoolean("library.installed"));
  }

  private static boolean libraryIsFound() {
    return ServiceLoader.load(RestClientListener.class).stream()
        .anyMatch(listener -> listener.type().getName().startsWith("io.mpoauth2.client."));
  }
}
