package io.mpoauth2.benchmarks.contender;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;

/** google-auth's cache over the bare token request: it has no client-credentials grant itself. */
final class GoogleAuth implements Contender {
  private final OAuth2Credentials credentials;

  GoogleAuth(Terms terms) {
    credentials = new ClientCredentials(terms);
  }

  @Override
  public String token() {
    try {
      credentials.refreshIfExpired();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return credentials.getAccessToken().getTokenValue();
  }

  /** As its HttpCredentialsAdapter does at a 401: it does not look which token was refused. */
  @Override
  public String replace(String rejected) {
    try {
      credentials.refresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return credentials.getAccessToken().getTokenValue();
  }

  @Override
  public void close() {}

  @SuppressWarnings("serial")
  private static final class ClientCredentials extends OAuth2Credentials {
    private final transient Terms terms;
    private final transient TokenPost request;

    ClientCredentials(Terms terms) {
      super(null, terms.refreshMargin(), terms.expiryMargin());
      this.terms = terms;
      this.request = new TokenPost(terms);
    }

    @Override
    public AccessToken refreshAccessToken() throws IOException {
      Instant sentAt = Instant.now();
      return new AccessToken(request.send(), Date.from(sentAt.plus(terms.lifetime())));
    }
  }
}
