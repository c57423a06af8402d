package io.mpoauth2.it.testing;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What is to be tested. */
@ApplicationScoped
public class Archive {
  @Inject @RestClient DocumentsApi documents;

  @Inject
  @OAuth2Client("signicat")
  TokenProvider tokens;

  /** Gives a document as JSON. */
  public String document(String id) {
    return documents.get(id);
  }

  /** Gives what a caller of another protocol would send. */
  public String token() {
    return tokens.token().value();
  }
}
