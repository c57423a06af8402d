package io.mpoauth2.authorizationservers;

import java.time.Duration;
import java.util.List;

/** The clients that each authorization server is to know. */
public enum KnownClient {
  /** May read, and no more. */
  READER("reader", "r3ader-5ecret", List.of("documents.read")),

  /** May read and write. */
  WRITER("writer", "wr1ter-5ecret", List.of("documents.read", "documents.write")),

  /** Puts its credentials into the form. */
  POSTING("posting", "p0sting-5ecret", List.of("documents.read")),

  /** Signs with a private key. */
  SIGNING("signing", "", List.of("documents.read")),

  /** Signs with its secret, which is as long as that takes. */
  SHARING("sharing", "sh4ring-5ecret-of-more-than-32-bytes", List.of("documents.read")),

  /** Shows a certificate that an authority has issued. */
  CERTIFIED("certified", "", List.of("documents.read")),

  /** Shows a certificate that it has issued itself. */
  SELF_SIGNED("self-signed", "", List.of("documents.read")),

  /** Has assertions of somebody else, whom the server trusts. */
  FEDERATED("federated", "", List.of("documents.read")),

  /** Has everything in its credentials that an encoding can get wrong; no colon in the id. */
  AWKWARD("a+b c%41&d", "s:e%c+r e&t=%41~", List.of("documents.read")),

  /** Has tokens that end soon. */
  HASTY("hasty", "ha5ty-5ecret", List.of("documents.read")),

  /** Is there for another grant, and has not this one. */
  BROWSER("browser", "br0wser-5ecret", List.of("documents.read")),

  /** The API itself, which asks whether tokens are good. */
  DOCUMENTS_API("documents-api", "d0cuments-5ecret", List.of());

  /** All scope that there is. */
  public static final List<String> ALL_SCOPE = WRITER.scope;

  private final String id;
  private final String secret;
  private final List<String> scope;

  KnownClient(String id, String secret, List<String> scope) {
    this.id = id;
    this.secret = secret;
    this.scope = scope;
  }

  /** Gives its client id. */
  public String id() {
    return id;
  }

  /** Gives its client secret, empty if it has none. */
  public String secret() {
    return secret;
  }

  /** Gives the scope that it may have. */
  public List<String> scope() {
    return scope;
  }

  /** Says whether it may have the client-credentials grant. */
  public boolean hasGrant() {
    return this != BROWSER;
  }

  /** Gives how long its tokens live. */
  public Duration lifetime() {
    return this == HASTY ? Duration.ofSeconds(10) : Duration.ofMinutes(5);
  }

  /** Gives how it authenticates, by the names of RFC 7591, section 2. */
  public String authentication() {
    return switch (this) {
      case POSTING -> "client_secret_post";
      case SIGNING, FEDERATED -> "private_key_jwt";
      case CERTIFIED -> "tls_client_auth";
      case SELF_SIGNED -> "self_signed_tls_client_auth";
      case SHARING -> "client_secret_jwt";
      default -> "client_secret_basic";
    };
  }
}
