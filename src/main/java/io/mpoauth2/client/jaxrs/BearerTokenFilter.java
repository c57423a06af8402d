package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.jaxrs.runtime.ClientRuntime;
import io.mpoauth2.client.jaxrs.runtime.Declining;
import io.mpoauth2.client.jaxrs.runtime.Registration;
import io.mpoauth2.client.jaxrs.runtime.Replay;
import io.mpoauth2.client.jaxrs.runtime.TokensByMethod;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.LocalTokens;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Adds {@code Authorization: Bearer …} (RFC 6750, section 2.1) to the requests of a Jakarta REST
 * client; after a 401 the token is replaced and the request sent once more, where the runtime has a
 * way to send the same one. Where it has none, the 401 goes to the caller as it is, and the next
 * call has the new token. A request that has an {@code Authorization} of its own is left alone.
 * Thread-safe, and may be registered on any number of clients.
 *
 * <p>Its priority lets it see what other request filters leave, and other response filters see only
 * the final answer. It is no {@code @Provider}: scanning a class path must not give every client a
 * token.
 */
@Priority(BearerTokenFilter.PRIORITY)
public final class BearerTokenFilter implements ClientRequestFilter, ClientResponseFilter {
  /** Filters with a higher one see the token in requests, and the API's own answers. */
  public static final int PRIORITY = Priorities.USER + 1000;

  /** Whether it is for a MicroProfile client, which knows whose tokens it has. */
  private final boolean looksForTokens;

  /**
   * What it was made with; null if it looks, or adds nothing because the client is switched off.
   */
  private final @Nullable ClientBinding own;

  /**
   * Makes a filter for a MicroProfile REST client, which finds its token provider in the client's
   * configuration. A request of any other client fails.
   */
  public BearerTokenFilter() {
    this.looksForTokens = true;
    this.own = null;
  }

  /**
   * Makes a filter for a plain Jakarta REST client, with the defaults of {@code
   * retry-unauthorized}, {@code replay-buffer}, {@code allowed-origins} and {@code allow-http},
   * whatever is configured. One warning says so where something else is.
   *
   * @param provider where the tokens come from
   */
  public BearerTokenFilter(TokenProvider provider) {
    this(
        provider,
        CallSettings.DEFAULTS,
        new Advice(ClientLog.of(provider), Advice.Source.DEFAULTS));
    if (own != null) {
      own.log.warnOfUnusedCallProperties();
    }
  }

  /**
   * Makes a filter for a plain Jakarta REST client. It adds nothing where {@code enabled} is false
   * for the provider's client.
   *
   * @param provider where the tokens come from
   * @param settings whether and where they are sent; {@code TokenProviders.callSettings} gives the
   *     configured ones
   */
  public BearerTokenFilter(TokenProvider provider, CallSettings settings) {
    this(provider, settings, Advice.of(provider));
  }

  private BearerTokenFilter(TokenProvider provider, CallSettings settings, Advice advice) {
    this.looksForTokens = false;
    LocalTokens local = LocalTokens.of(provider);
    if (local != null) {
      local.tell();
    }
    this.own =
        local == null || local.givesTokens() ? new ClientBinding(provider, settings, advice) : null;
  }

  /**
   * Says whether it brings its own tokens.
   *
   * @return true if it was made with a token provider
   */
  public boolean hasProvider() {
    return !looksForTokens;
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
    ClientBinding binding = binding(request);
    if (binding == null) {
      return;
    }
    URI uri = request.getUri();
    binding.destinations.requireAllowed(uri);
    ClientRuntime runtime = binding.runtimes.of(request);
    if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null
        && SentToken.in(request) == null
        && !runtime.hasAuthorized(request)) {
      // The caller's own, or another filter's.
      return;
    }
    binding.destinations.requireConfidential(uri);
    Replay replay =
        binding.settings.retryUnauthorized() && !binding.isFixed
            ? runtime.replay(request, binding.settings.replayBuffer())
            : Declining.NOT_WANTED;
    runtime.withToken(
        request,
        binding.tokens,
        token -> new SentToken(binding, token, replay).addTo(request, runtime));
  }

  /**
   * Sees to an answer that is about the token.
   *
   * @param request the request as it was sent
   * @param response the answer, replaced by the second one if there is one
   */
  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response)
      throws IOException {
    SentToken sent = SentToken.in(request);
    if (sent == null || !sent.isAnsweredNow()) {
      return;
    }
    try {
      new AnswerToToken(sent, request, response).see();
    } finally {
      sent.replay().forget();
    }
  }

  /** Gives the interface's binding, else its own; null where the request goes without a token. */
  private @Nullable ClientBinding binding(ClientRequestContext request) {
    // CXF's own kinds of clients, WebClient and JAXRSClientFactory, give none.
    @Nullable Configuration configuration = request.getConfiguration();
    Object bound = configuration == null ? null : configuration.getProperty(Registration.TOKENS);
    if (bound instanceof TokensByMethod byMethod) {
      bound = byMethod.of(request);
    }
    if (bound instanceof BearerTokenFilter interfaces && !interfaces.looksForTokens) {
      return interfaces.own;
    }
    if (bound == Registration.WITHOUT_TOKENS) {
      return null;
    }
    if (!looksForTokens) {
      return own;
    }
    if (bound == Registration.NO_TOKENS) {
      return null;
    }
    throw new IllegalStateException(
        "no OAuth2 client is known for this REST client, so its request was not sent: annotate the"
            + " interface with @OAuth2Client, set <configKey>/mp-rest/oauth2-client, or register"
            + " new BearerTokenFilter(tokenProvider) on a client that is no MicroProfile one");
  }
}
