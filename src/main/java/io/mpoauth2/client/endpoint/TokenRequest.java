package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenSource;
import java.net.URI;
import java.time.Duration;

/** A token request that can be sent. Equal to another one of its client if the settings are. */
record TokenRequest(TokenRequestSender sender, ClientSettings settings)
    implements TokenSource.Exchange {

  @Override
  public IssuedToken send(Duration left) throws InterruptedException {
    return sender.ask(settings, left);
  }

  @Override
  public URI endpoint() {
    return settings.tokenEndpoint();
  }

  @Override
  public Duration timeout() {
    return settings.requestTimeout();
  }
}
