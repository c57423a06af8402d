package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Adds {@code Authorization: Bearer …} (RFC 6750, section 2.1) to the requests of a Jakarta REST
 * client; after a 401 the token is replaced and the request sent once more. A request that has an
 * {@code Authorization} of its own is left alone. Thread-safe, and may be registered on any number
 * of clients.
 *
 * <p>Its priority lets it see what other request filters leave, and other response filters see only
 * the final answer. It is no {@code @Provider}: scanning a class path must not give every client a
 * token.
 */
@Priority(Priorities.USER + 1000)
public final class BearerTokenFilter implements ClientRequestFilter, ClientResponseFilter {
  private final @Nullable ClientBinding own;

  /**
   * Makes a filter for a MicroProfile REST client, which finds its token provider in the client's
   * configuration. A request of any other client fails.
   */
  public BearerTokenFilter() {
    this.own = null;
  }

  /**
   * Makes a filter for a plain Jakarta REST client, with the defaults of {@code
   * retry-unauthorized}, {@code replay-buffer} and {@code allowed-origins}.
   *
   * @param provider where the tokens come from
   */
  public BearerTokenFilter(TokenProvider provider) {
    this.own = new ClientBinding(provider, CallSettings.DEFAULTS);
  }

  /**
   * Says whether it brings its own tokens.
   *
   * @return true if it was made with a token provider
   */
  public boolean hasProvider() {
    return own != null;
  }

  /**
   * Adds the token.
   *
   * @param request the request, complete but for the token
   * @throws io.mpoauth2.client.token.TokenException if there is none; the request is not sent
   * @throws OriginNotAllowedException if it must not go there; the request is not sent
   * @throws IllegalStateException if no client was configured for this REST client
   */
  @Override
  public void filter(ClientRequestContext request) throws IOException {
    Resend resend = Resend.of(request);
    if (resend != null) {
      resend.restore(request);
      return;
    }
    if (Attempt.isMade(request)) {
      return;
    }
    ClientBinding binding = binding(request);
    if (binding == null) {
      return;
    }
    binding.requireAllowed(request.getUri());
    if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
      return;
    }
    binding.requireConfidential(request.getUri());
    AccessToken token = binding.provider.token();
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, token.authorization());
    new Attempt(token, copyOfBody(request, binding)).keepIn(request);
  }

  /**
   * Sees to a 401 and a 403.
   *
   * @param request the request as it was sent
   * @param response the answer, replaced by the second one if there is one
   */
  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response)
      throws IOException {
    Attempt attempt = Attempt.take(request);
    ClientBinding binding = attempt == null ? null : binding(request);
    if (attempt != null && binding != null) {
      new AnswerHandling(binding, attempt, request, response).handle();
    }
  }

  private static @Nullable RequestBody copyOfBody(
      ClientRequestContext request, ClientBinding binding) {
    if (!request.hasEntity() || !binding.settings.retryUnauthorized()) {
      return null;
    }
    RequestBody body = new RequestBody(request.getEntityStream(), binding.settings.replayBuffer());
    request.setEntityStream(body);
    return body;
  }

  /** Gives the interface's binding, else its own; null where the interface wants no tokens. */
  private @Nullable ClientBinding binding(ClientRequestContext request) {
    Object bound = request.getConfiguration().getProperty(ClientBinding.PROPERTY);
    if (bound instanceof ClientBinding binding) {
      return binding;
    }
    if (own != null) {
      return own;
    }
    if (bound == ClientBinding.NONE) {
      return null;
    }
    throw new IllegalStateException(
        "no OAuth2 client is known for this REST client, so its request was not sent: annotate the"
            + " interface with @OAuth2Client, set <configKey>/mp-rest/oauth2-client, or register"
            + " new BearerTokenFilter(tokenProvider) on a client that is no MicroProfile one");
  }
}
