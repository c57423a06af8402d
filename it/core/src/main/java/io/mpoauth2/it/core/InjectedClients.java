package io.mpoauth2.it.core;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.it.core.api.Injected;
import io.mpoauth2.it.core.api.Shared;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** An ordinary bean with what is injected into it. */
@Dependent
public class InjectedClients {
  @Inject @RestClient Injected documents;
  @Inject @RestClient Shared shared;

  @Inject
  @OAuth2Client(
      value = "signicat",
      scope = {"document_read", "document_file"})
  TokenProvider tokensOfShared;

  @Inject
  @OAuth2Client(
      value = "signicat",
      scope = {"document_read", "document_write", "document_file", "event"})
  TokenProvider tokensOfSilent;

  @Inject
  @OAuth2Client("signicat")
  Provider<TokenProvider> later;

  @Inject
  @OAuth2Client("off")
  TokenProvider tokensOfSwitchedOff;

  @Inject
  @OAuth2Client("fixed")
  TokenProvider tokensOfFixed;
}
