package io.mpoauth2.benchmarks.contender;

import java.net.http.HttpClient;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Spring Security as it is used outside of a request, with the HTTP client it takes by itself. */
final class SpringSecurity implements Contender {
  private static final String REGISTRATION = "bench";
  private static final Authentication PRINCIPAL =
      new AnonymousAuthenticationToken(
          "key", "application", AuthorityUtils.createAuthorityList("ROLE_APPLICATION"));

  private final OAuth2AuthorizedClientService clients;
  private final AuthorizedClientServiceOAuth2AuthorizedClientManager manager;

  SpringSecurity(Terms terms) {
    var registrations = new InMemoryClientRegistrationRepository(registration(terms));
    clients = new InMemoryOAuth2AuthorizedClientService(registrations);
    manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
    var tokenClient = new RestClientClientCredentialsTokenResponseClient();
    tokenClient.setRestClient(restClient(terms));
    manager.setAuthorizedClientProvider(
        OAuth2AuthorizedClientProviderBuilder.builder()
            .clientCredentials(
                grant ->
                    grant.clockSkew(terms.expiryMargin()).accessTokenResponseClient(tokenClient))
            .build());
  }

  /** Built each time, as its own interceptor does. */
  @Override
  public String token() {
    return manager
        .authorize(
            OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                .principal(PRINCIPAL)
                .build())
        .getAccessToken()
        .getTokenValue();
  }

  /** As its RemoveAuthorizedClientOAuth2AuthorizationFailureHandler does at a 401. */
  @Override
  public String replace(String rejected) {
    clients.removeAuthorizedClient(REGISTRATION, PRINCIPAL.getName());
    return token();
  }

  @Override
  public void close() {}

  private static ClientRegistration registration(Terms terms) {
    return ClientRegistration.withRegistrationId(REGISTRATION)
        .tokenUri(terms.tokenEndpoint().toString())
        .clientId(TokenPost.CLIENT_ID)
        .clientSecret(TokenPost.CLIENT_SECRET)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        // Of no meaning for this grant; its default is, and then it says so at length.
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(false).build())
        .build();
  }

  /** Its default, but for the timeouts, which it does not have. */
  private static RestClient restClient(Terms terms) {
    var requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(terms.timeout()).build());
    requests.setReadTimeout(terms.timeout());
    return RestClient.builder()
        .requestFactory(requests)
        .configureMessageConverters(
            converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }
}
