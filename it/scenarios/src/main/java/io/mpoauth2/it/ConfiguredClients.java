package io.mpoauth2.it;

import io.mpoauth2.it.configured.Hurried;
import io.mpoauth2.it.configured.Insistent;
import io.mpoauth2.it.configured.Secured;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** As {@link InjectedClients}, for the tests of the retry. */
@Dependent
public class ConfiguredClients {
  @Inject @RestClient Hurried hurried;
  @Inject @RestClient Secured secured;
  @Inject @RestClient Insistent insistent;
}
