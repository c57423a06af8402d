/**
 * OAuth 2.0 access tokens for MicroProfile REST clients. The APIs are {@code requires static}: they
 * come with the server, and a plain Jakarta REST client needs only some of them.
 */
module io.mpoauth2.client {
  requires static transitive jakarta.cdi;
  requires static transitive jakarta.inject;
  requires static transitive jakarta.ws.rs;
  requires static transitive microprofile.config.api;
  requires static java.naming;
  requires static jakarta.annotation;
  requires static jakarta.json;
  requires static microprofile.rest.client.api;
  requires static io.opentelemetry.api;
  requires static io.opentelemetry.context;
  requires static microprofile.health.api;
  requires static org.jspecify;

  exports io.mpoauth2.client;
  exports io.mpoauth2.client.config;
  exports io.mpoauth2.client.jaxrs;
  exports io.mpoauth2.client.telemetry;
  exports io.mpoauth2.client.token;

  opens io.mpoauth2.client.cdi;
  opens io.mpoauth2.client.cdi.deployment;
  opens io.mpoauth2.client.restclient;

  provides jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension with
      io.mpoauth2.client.cdi.deployment.ClientCollector,
      io.mpoauth2.client.telemetry.wiring.TelemetryExtension;
  provides jakarta.enterprise.inject.spi.Extension with
      io.mpoauth2.client.telemetry.wiring.HealthExtension;
  provides org.eclipse.microprofile.rest.client.spi.RestClientListener with
      io.mpoauth2.client.restclient.OAuth2ClientListener;
}
