package io.mpoauth2.client.jaxrs;

import jakarta.ws.rs.client.ClientRequestContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signature that another filter has made over the token of a request (RFC 9421, and the drafts
 * before it). With another token it would be wrong, and only that filter can make it anew.
 */
final class CoveringSignature {
  static final String OBSTACLE = "a signature of another filter covers the token";

  private static final String QUOTED = "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"";

  /** What is signed: an inner list; or a string that stands elsewhere, such as an id of a key. */
  private static final Pattern LIST_OR_STRING =
      Pattern.compile(QUOTED + "|\\(((?:[^()\"]++|" + QUOTED + ")*+)\\)");

  /** A name of what is signed; what has an equals sign before it is a parameter of one. */
  private static final Pattern COMPONENT = Pattern.compile("(=?)(" + QUOTED + ")");

  private static final Pattern TOKEN_ITSELF = Pattern.compile("(?i)\"\\s*authorization\\s*\"");

  private static final Pattern HEADERS_OF_DRAFT =
      Pattern.compile("(?i)(?<![^,\\s])headers\\s*=\\s*(?:\"([^\"]*+)\"?|([^,\"]++))");

  private static final Pattern WORD = Pattern.compile("(?i)(?<![\\w-])authorization(?![\\w-])");

  private CoveringSignature() {}

  static boolean isOn(ClientRequestContext request) {
    // The list of what it covers has a header of its own; in the drafts it stands in the signature.
    String input = request.getHeaderString("Signature-Input");
    String signature = request.getHeaderString("Signature");
    return (input != null && isAmongComponents(input))
        || (signature != null && isAmongHeaders(signature));
  }

  /** RFC 9421, section 4.1. */
  private static boolean isAmongComponents(String input) {
    Matcher part = LIST_OR_STRING.matcher(input);
    boolean isEmpty = true;
    while (part.find()) {
      String components = part.group(1);
      if (components != null) {
        isEmpty = false;
        if (coverToken(components)) {
          return true;
        }
      }
    }
    // What cannot be understood may cover anything; not to send again is the smaller harm.
    boolean isBroken = isEmpty || part.replaceAll("").matches("(?s).*[()\"].*");
    return isBroken && WORD.matcher(input).find();
  }

  private static boolean coverToken(String components) {
    Matcher component = COMPONENT.matcher(components);
    while (component.find()) {
      if (component.group(1).isEmpty() && TOKEN_ITSELF.matcher(component.group(2)).matches()) {
        return true;
      }
    }
    return false;
  }

  /** draft-cavage-http-signatures-12, section 2.1.6: without a list it covers no header of ours. */
  private static boolean isAmongHeaders(String signature) {
    Matcher headers = HEADERS_OF_DRAFT.matcher(signature);
    while (headers.find()) {
      String names = headers.group(1) == null ? headers.group(2) : headers.group(1);
      if (WORD.matcher(names).find()) {
        return true;
      }
    }
    return false;
  }
}
