package io.mpoauth2.it.testing;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Default;
import java.time.Instant;
import java.util.Set;

// tag::fake[]
@Alternative
@Priority(1)
@ApplicationScoped
@Default
@OAuth2Client
public class FakeTokenProvider implements TokenProvider {
  @Override
  public AccessToken token() {
    return new AccessToken("fake", "Bearer", Instant.MAX, Set.of());
  }

  @Override
  public AccessToken replace(AccessToken rejected) {
    return rejected; // there is no other one
  }
}
// end::fake[]
