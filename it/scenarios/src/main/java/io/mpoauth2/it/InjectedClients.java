package io.mpoauth2.it;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.it.api.Annotated;
import io.mpoauth2.it.api.Generated;
import io.mpoauth2.it.api.LateReader;
import io.mpoauth2.it.api.Mistaken;
import io.mpoauth2.it.api.Narrow;
import io.mpoauth2.it.api.Plain;
import io.mpoauth2.it.api.Reader;
import io.mpoauth2.it.api.Refused;
import io.mpoauth2.it.api.Systems;
import io.mpoauth2.it.api.Unlucky;
import io.mpoauth2.it.api.Writer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * An ordinary bean with what is injected into it. Not fields of the test: Arquillian does not tell
 * why it could not fill one.
 */
@Dependent
public class InjectedClients {
  @Inject @RestClient Annotated documents;
  @Inject @RestClient Plain plain;
  @Inject @RestClient Generated generated;
  @Inject @RestClient Reader reader;
  @Inject @RestClient Writer writer;
  @Inject @RestClient LateReader lateReader;
  @Inject @RestClient Refused refused;
  @Inject @RestClient Narrow narrow;
  @Inject @RestClient Systems systems;
  @Inject @RestClient Mistaken mistaken;
  @Inject @RestClient Unlucky unlucky;

  @Inject
  @OAuth2Client("signicat")
  TokenProvider tokens;

  @Inject
  @OAuth2Client(value = "signicat", scope = "identify")
  TokenProvider identities;
}
