package io.mpoauth2.it.listening;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/** Does nothing. */
public class IdleListener implements RestClientListener {
  @Override
  public void onNewClient(Class<?> type, RestClientBuilder builder) {
    // Nothing, as it says.
  }
}
