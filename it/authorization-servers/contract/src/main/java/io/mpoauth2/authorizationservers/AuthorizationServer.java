package io.mpoauth2.authorizationservers;

import java.net.URI;

/** An authorization server that is running and knows every {@link KnownClient}. */
public interface AuthorizationServer extends AutoCloseable {

  /** Gives its name and version, as a table has it. */
  String name();

  /** Gives the audience that assertions are to have. */
  String issuer();

  /** Gives where tokens are asked for. */
  URI tokenEndpoint();

  /** Gives where the API asks whether a token is good (RFC 7662). */
  URI introspectionEndpoint();

  /** Gives where a client takes its own token back (RFC 7009). */
  URI revocationEndpoint();

  /** Gives what it answers where others answer something else. */
  Answers answers();

  /** Returns when it has ended. */
  @Override
  void close();
}
