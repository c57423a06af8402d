package io.mpoauth2.client.jaxrs;

import jakarta.ws.rs.client.ClientRequestContext;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A signature that another filter has made over the token of a request (RFC 9421, and the drafts
 * before it). With another token it would be wrong, and only that filter can make it anew.
 */
final class CoveringSignature {
  static final String OBSTACLE = "a signature of another filter covers the token";

  private static final Pattern COVERED = Pattern.compile("(?i)(?<![\\w-])authorization(?![\\w-])");

  private CoveringSignature() {}

  static boolean isOn(ClientRequestContext request) {
    // The list of what it covers has a header of its own; in the drafts it stands in the signature.
    return Stream.of("Signature-Input", "Signature")
        .map(request::getHeaderString)
        .anyMatch(list -> list != null && COVERED.matcher(list).find());
  }
}
