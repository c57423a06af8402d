package io.mpoauth2.authorizationservers.spring;

import io.mpoauth2.authorizationservers.Certificates;
import io.mpoauth2.authorizationservers.ClientKeys;
import io.mpoauth2.authorizationservers.KnownClient;
import io.mpoauth2.authorizationservers.ServerProcess;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The clients, which is all that Spring Boot wants to be told. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class RegisteredClients {
  @Bean
  RegisteredClientRepository clients() {
    return new InMemoryRegisteredClientRepository(
        Stream.of(KnownClient.values())
            .filter(client -> client != KnownClient.FEDERATED)
            .map(RegisteredClients::registered)
            .toList());
  }

  @Bean
  TlsPort tlsPort() {
    return new TlsPort(ServerProcess.freePort());
  }

  /** The key that a client signs with is the secret as it is stored. */
  private static @Nullable String secret(KnownClient client) {
    if (client.secret().isEmpty()) {
      return null;
    }
    return client == KnownClient.SHARING ? client.secret() : "{noop}" + client.secret();
  }

  private static ClientSettings settings(KnownClient client) {
    return switch (client) {
      case SIGNING ->
          ClientSettings.builder()
              .jwkSetUrl(ClientKeys.served(ClientKeys.known()).toString())
              .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256)
              .build();
      case SHARING ->
          ClientSettings.builder()
              .tokenEndpointAuthenticationSigningAlgorithm(MacAlgorithm.HS256)
              .build();
      case CERTIFIED ->
          ClientSettings.builder().x509CertificateSubjectDN(Certificates.SUBJECT).build();
      case SELF_SIGNED ->
          ClientSettings.builder()
              .jwkSetUrl(ClientKeys.served(ClientKeys.ofCertificate()).toString())
              .build();
      default -> ClientSettings.builder().build();
    };
  }

  private static RegisteredClient registered(KnownClient client) {
    return RegisteredClient.withId(client.name())
        .clientId(client.id())
        .clientSecret(secret(client))
        .clientSettings(settings(client))
        .clientAuthenticationMethod(new ClientAuthenticationMethod(client.authentication()))
        .authorizationGrantType(
            client.hasGrant()
                ? AuthorizationGrantType.CLIENT_CREDENTIALS
                : AuthorizationGrantType.REFRESH_TOKEN)
        .scopes(scopes -> scopes.addAll(client.scope()))
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(client.lifetime()).build())
        .build();
  }
}
