package io.mpoauth2.authorizationservers;

import java.util.Optional;

/**
 * What an authorization server answers where RFC 6749 leaves room, or where it is not kept to.
 *
 * @param wrongSecret to a client with a wrong secret
 * @param unknownClient to a client that it does not know
 * @param foreignGrant to a client that may not have the client-credentials grant
 * @param unencodedSecret to id and secret of {@link KnownClient#AWKWARD} that were not form-encoded
 * @param unknownScope to a scope that does not exist; empty if it leaves that out and says nothing
 * @param foreignScope to a scope that exists, and that the client may not have; empty as above
 * @param replayedAssertion to an assertion that has served before; empty if it serves once more
 */
public record Answers(
    Refusal wrongSecret,
    Refusal unknownClient,
    Refusal foreignGrant,
    Refusal unencodedSecret,
    Optional<Refusal> unknownScope,
    Optional<Refusal> foreignScope,
    Optional<Refusal> replayedAssertion) {

  /**
   * An error answer (RFC 6749, section 5.2).
   *
   * @param status the HTTP status
   * @param error the code
   */
  public record Refusal(int status, String error) {}
}
