package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.Proof;
import io.mpoauth2.client.endpoint.transport.Route;
import io.mpoauth2.client.token.Origin;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that shapes a token request and what becomes of its answer. Valid: whoever makes one
 * has checked the values. Equal settings make equal requests.
 *
 * @param client the client's name in configuration, for messages
 * @param tokenEndpoint where to ask (RFC 6749, section 3.2); the issuer until that has told where
 * @param issuer who tells where to ask; null where that is configured
 * @param authentication how the client proves who it is
 * @param grant what is asked for
 * @param scope what to ask for, in this order; empty for the server's default
 * @param parameters further form parameters in this order, each with one or more values
 * @param headers further headers, by name
 * @param tokenTypes under which names this server gives bearer tokens, in lower case
 * @param route by what way requests go
 * @param connectTimeout how long connecting may take
 * @param requestTimeout how long the whole token request may take
 * @param lifetimes how long tokens are kept
 * @param notices what an administrator should be told about these settings
 */
public record ClientSettings(
    String client,
    URI tokenEndpoint,
    @Nullable Issuer issuer,
    ClientAuthentication authentication,
    Grant grant,
    Set<String> scope,
    Map<String, List<String>> parameters,
    Map<String, String> headers,
    Set<String> tokenTypes,
    Route route,
    Duration connectTimeout,
    Duration requestTimeout,
    LifetimeSettings lifetimes,
    List<Notice> notices) {
  private static final Pattern SCOPE_TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  /** Does not show parameters, headers or the endpoint's query, which may be secret. */
  @Override
  public String toString() {
    return "ClientSettings["
        + client
        + ", "
        + publicPart(tokenEndpoint.toString())
        + ", scope "
        + scope
        + "]";
  }

  /**
   * Gives what may be shown of a URI: neither query nor user information, either of which may be a
   * credential.
   *
   * @param uri a URI, or what was meant to be one
   * @return the rest
   */
  public static String publicPart(String uri) {
    int end = uri.length();
    for (char mark : new char[] {'?', '#'}) {
      int at = uri.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    String rest = uri.substring(0, end);
    int host = rest.lastIndexOf('@') + 1;
    return host == 0 ? rest : "(hidden)@" + rest.substring(host);
  }

  /**
   * Says whether a word is a scope token (RFC 6749, section 3.3).
   *
   * @param word what was asked for, or is said to be granted
   * @return true if it has only characters that scope may have, and at least one
   */
  public static boolean isScopeToken(String word) {
    return SCOPE_TOKEN.matcher(word).matches();
  }

  /** Gives what one token request carries of secrets, made for it alone. */
  Proof proof(Instant now) {
    return grant.proof(now).and(authentication.proof(now));
  }

  /** Gives the endpoint as it stands in messages: host and port, no path and no query. */
  String tokenHost() {
    return String.valueOf(Origin.of(tokenEndpoint)).replaceFirst("^[a-z]+://", "");
  }

  /** Gives these as they are once the issuer has told where to ask. */
  ClientSettings toldBy(ServerMetadata metadata) {
    return new ClientSettings(
        client,
        metadata.tokenEndpoint(),
        issuer == null ? null : issuer.supporting(metadata.authenticationMethods()),
        authentication,
        grant,
        scope,
        parameters,
        headers,
        tokenTypes,
        route,
        connectTimeout,
        requestTimeout,
        lifetimes,
        notices);
  }

  /** Gives how clients may prove who they are, as far as the issuer has told; mostly empty. */
  List<String> authenticationMethods() {
    return issuer == null ? List.of() : issuer.authenticationMethods();
  }

  /** Says whether the issuer has not told yet where to ask. */
  boolean isToBeFound() {
    return issuer != null && tokenEndpoint.toString().equals(issuer.identifier());
  }

  /** Gives the whole name of a property; where the issuer tells where to ask, that is to check. */
  String property(String name) {
    boolean isTold = issuer != null && name.equals("token-endpoint");
    return "oauth2.client." + client + "." + (isTold ? "issuer" : name);
  }
}
