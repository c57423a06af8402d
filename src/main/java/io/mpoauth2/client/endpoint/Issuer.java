package io.mpoauth2.client.endpoint;

import java.util.List;

/**
 * Who tells where to ask for tokens, in its metadata (RFC 8414).
 *
 * @param identifier as it is configured; the metadata must have the same
 * @param allowsHttp whether the token endpoint may be http on hosts other than loopback
 * @param authenticationMethods how clients may prove who they are, once it has told; empty before,
 *     and where it does not
 */
public record Issuer(String identifier, boolean allowsHttp, List<String> authenticationMethods) {

  /**
   * Gives one that has told nothing yet.
   *
   * @param identifier as it is configured
   * @param allowsHttp whether the token endpoint may be http on hosts other than loopback
   */
  public Issuer(String identifier, boolean allowsHttp) {
    this(identifier, allowsHttp, List.of());
  }

  Issuer supporting(List<String> methods) {
    return new Issuer(identifier, allowsHttp, methods);
  }
}
