package io.mpoauth2.tck;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.testng.IExecutionListener;

/**
 * What the TCK wants around the server as long as tests run: a WireMock, which they tell what to
 * answer, and an address that never answers. TestNG finds it by META-INF/services; an observer of
 * Arquillian's would come too late, after the first @BeforeTest.
 */
public final class Surroundings implements IExecutionListener {
  private final WireMockServer wireMock =
      new WireMockServer(
          options().bindAddress("127.0.0.1").port(Integer.getInteger("wiremock.server.port")));
  private SilentPort silentPort;

  @Override
  public void onExecutionStart() {
    try {
      silentPort = new SilentPort(Integer.getInteger("silent.port"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    wireMock.start();
  }

  @Override
  public void onExecutionFinish() {
    wireMock.stop();
    try {
      silentPort.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
