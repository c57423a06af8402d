package io.mpoauth2.authorizationservers;

import java.net.URI;
import java.util.Map;

/** An authorization server that is running and knows every {@link KnownClient}. */
public interface AuthorizationServer extends AutoCloseable {

  /** Gives its name and version, as a table has it. */
  String name();

  /** Gives who it says it is, which is the audience that assertions are to have. */
  String issuer();

  /** Gives where tokens are asked for. */
  URI tokenEndpoint();

  /**
   * Gives the setting that says where a client with a certificate asks for tokens: {@code
   * token-endpoint}, or {@code issuer} if its metadata tell (RFC 8705, section 5).
   */
  Map.Entry<String, String> tlsEndpoint();

  /** Gives where the API asks whether a token is good (RFC 7662). */
  URI introspectionEndpoint();

  /** Gives where a client takes its own token back (RFC 7009). */
  URI revocationEndpoint();

  /** Gives what it answers where others answer something else. */
  Answers answers();

  /** Gives what it does not know at all, and a sentence about it for the table. */
  Map<Feature, String> lacks();

  /** Returns when it has ended. */
  @Override
  void close();
}
