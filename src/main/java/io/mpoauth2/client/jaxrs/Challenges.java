package io.mpoauth2.client.jaxrs;

import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an API asks for in the challenges of its answer (RFC 6750, section 3).
 *
 * @param all the challenges in their order
 */
record Challenges(List<Challenge> all) {

  /**
   * One challenge (RFC 9110, section 11.6.1).
   *
   * @param scheme in lower case
   * @param parameters by names in lower case; without a token68
   */
  record Challenge(String scheme, Map<String, String> parameters) {
    boolean isBearer() {
      return scheme.equals("bearer");
    }

    @Nullable String error() {
      return parameters.get("error");
    }
  }

  /** Reads those of all {@code WWW-Authenticate} lines. */
  static Challenges in(List<String> headers) {
    return new Challenges(
        headers.stream().flatMap(header -> new ChallengeReader(header).read().stream()).toList());
  }

  /** Reads those of an answer. Not {@code getHeaders().get(..)}: TomEE's map is case-sensitive. */
  static Challenges of(ClientResponseContext response) {
    return in(
        response.getHeaders().entrySet().stream()
            .filter(header -> HttpHeaders.WWW_AUTHENTICATE.equalsIgnoreCase(header.getKey()))
            .flatMap(header -> header.getValue().stream())
            .toList());
  }

  /** Says whether the API calls the token invalid, whatever the status. */
  boolean sayInvalidToken() {
    return bearer().anyMatch(challenge -> "invalid_token".equals(challenge.error()));
  }

  /**
   * Says whether a new token may cure a 401 with these. A missing challenge, which RFC 6750,
   * section 3 does not allow but servers practise, counts as ours; so does one that cannot be read.
   */
  boolean areCurable() {
    if (all.isEmpty() || sayInvalidToken()) {
      return true;
    }
    return bearer().findAny().isPresent() && all.stream().noneMatch(Challenges::wantsMore);
  }

  /** RFC 9470, section 3: the user must log in again. RFC 9449, section 8: another proof. */
  private static boolean wantsMore(Challenge challenge) {
    return "insufficient_user_authentication".equals(challenge.error())
        || "use_dpop_nonce".equals(challenge.error());
  }

  /** Gives the scope that the API wants (RFC 6750, section 3); null where it does not say. */
  @Nullable String scope() {
    return first("scope");
  }

  /** Gives the error that the API names for our scheme; null where it names none. */
  @Nullable String error() {
    return first("error");
  }

  private @Nullable String first(String parameter) {
    return bearer()
        .map(challenge -> challenge.parameters().get(parameter))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Stream<Challenge> bearer() {
    return all.stream().filter(Challenge::isBearer);
  }
}
