package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.token.Origin;
import jakarta.json.stream.JsonParserFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an authorization server says of itself (RFC 8414, section 2), as far as it matters here.
 *
 * @param tokenEndpoint where to ask for tokens
 * @param authenticationMethods how clients may prove who they are; empty where it does not tell
 */
record ServerMetadata(URI tokenEndpoint, List<String> authenticationMethods) {
  private static final int MOST_METHODS = 20;

  /** With a host of 255, as no name server knows a longer one (RFC 1035); messages show it. */
  private static final int LONGEST_ORIGIN = "https://".length() + 255 + ":65535".length();

  /** What was read is not the metadata of the issuer, or no use. Not shown to anybody as it is. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String why) {
      super(why, null, false, true);
    }
  }

  /**
   * Reads them.
   *
   * @param excerpt makes what is quoted fit for a message
   * @param isCertified whether the client shows a certificate (RFC 8705, section 5)
   */
  static ServerMetadata read(
      HttpAnswer answer,
      JsonParserFactory json,
      Issuer issuer,
      Excerpt excerpt,
      boolean isCertified)
      throws Unusable {
    if (answer.status() != 200) {
      throw new Unusable("answered " + answer.status() + redirect(answer, excerpt));
    }
    AnswerJson body = AnswerJson.parse(json, answer.body());
    String nonsense = body.nonsense();
    if (nonsense != null) {
      throw new Unusable("answered with " + nonsense + excerpt.ofBody(answer.body()));
    }
    String told = body.string("issuer");
    if (told == null) {
      throw new Unusable("answered with JSON without an issuer" + excerpt.ofBody(answer.body()));
    }
    if (!told.equals(issuer.identifier())) {
      // Section 3.3: else one server could pass for another.
      throw new Unusable(
          "is of the issuer \""
              + excerpt.ofMember(told)
              + "\", which must be the same to the letter");
    }
    String alias = isCertified ? body.string("mtls_endpoint_aliases", "token_endpoint") : null;
    String endpoint = alias == null ? body.string("token_endpoint") : alias;
    return new ServerMetadata(
        endpoint(endpoint, issuer, excerpt),
        methods(body.strings("token_endpoint_auth_methods_supported")));
  }

  private static String redirect(HttpAnswer answer, Excerpt excerpt) {
    String to = answer.header("Location");
    return answer.status() / 100 != 3 || to.isEmpty()
        ? ""
        : ", a redirect to \"" + shown(to, excerpt) + "\" that is not followed";
  }

  /** Hides first: behind what is cut may stand the end of a secret. */
  private static String shown(String uri, Excerpt excerpt) {
    return excerpt.ofMember(ClientSettings.publicPart(excerpt.withoutSecrets(uri)));
  }

  private static URI endpoint(@Nullable String text, Issuer issuer, Excerpt excerpt)
      throws Unusable {
    if (text == null) {
      throw new Unusable("names no token_endpoint");
    }
    String shown = " \"" + shown(text, excerpt) + '"';
    try {
      URI uri = new URI(text);
      Origin origin = Origin.of(uri);
      if (origin == null
          || uri.getRawUserInfo() != null
          || uri.getRawFragment() != null
          || origin.toString().length() > LONGEST_ORIGIN
          || uri.getPort() > 65535) {
        throw new Unusable("names a token_endpoint that is none:" + shown);
      }
      if (!origin.isEncrypted() && !origin.isLoopback() && !issuer.allowsHttp()) {
        throw new Unusable("names a token_endpoint that is not https:" + shown);
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new Unusable("names a token_endpoint that is no URI:" + shown);
    }
  }

  private static List<String> methods(@Nullable List<String> told) {
    return told == null
        ? List.of()
        : told.stream()
            .filter(method -> method.matches("[A-Za-z0-9_-]{1,60}"))
            .limit(MOST_METHODS)
            .toList();
  }
}
