package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.authentication.FinishedAssertion;
import io.mpoauth2.client.token.IssuedToken;

/**
 * The properties of a client, {@code oauth2.client.<name>.<property>}, each with what its value is,
 * its default, what it means and when it is read. The page {@code docs/configuration.md} is made of
 * them.
 */
enum SettingsKey {
  TOKEN_ENDPOINT(
      "token-endpoint",
      "URL",
      without("required; of the client named `signicat`: Signicat's"),
      "where tokens are asked for (RFC 6749, section 3.2). `https` only, but for loopback or with `allow-http`"),

  ISSUER(
      "issuer",
      "URL",
      without("none"),
      "in place of `token-endpoint`: who tells where that is. Its metadata are read at the first token request (RFC 8414, else OpenID Connect's path) and kept for an hour; `issuer` in them must be the same to the letter. `mtls_endpoint_aliases` counts with a `key-store-file`"),

  CLIENT_ID("client-id", "text", without("required"), "who asks (RFC 6749, section 2.2)"),

  CLIENT_SECRET(
      "client-secret",
      "text",
      without("this or the next"),
      "what proves it; never in clear text in an application, please"),

  CLIENT_SECRET_FILE(
      "client-secret-file",
      "path",
      without("this or the one above"),
      "a file with the secret, read again for each token request; one line break at its end is dropped, and a byte order mark at its beginning"),

  ALLOW_HTTP(
      "allow-http",
      "`true` or `false`",
      with("false"),
      "lets the token endpoint and the API be `http` on hosts other than `localhost`, `127.0.0.0/8` and `[::1]`",
      Reading.BOTH),

  SCOPE(
      "scope",
      "words, delimited by spaces",
      without("none"),
      "what is asked for; the annotation's scope wins"),

  CLIENT_AUTHENTICATION(
      "client-authentication",
      "a name",
      with("client_secret_basic"),
      "the way to authenticate (RFC 7591, section 2; RFC 8705): that, or `client_secret_post`, `client_secret_jwt`, `private_key_jwt`, `tls_client_auth`, `self_signed_tls_client_auth`; `none` where the grant is another than client credentials, and the default of the jwt-bearer grant"),

  CLIENT_ASSERTION_FILE(
      "client-assertion-file",
      "path",
      without("none"),
      "for `private_key_jwt`: an assertion that somebody else makes (Kubernetes, SPIFFE, a sidecar); not looked at before the token request, so it may come later"),

  CLIENT_ASSERTION_TYPE(
      "client-assertion-type",
      "URI",
      with(FinishedAssertion.JWT),
      "what kind of assertion it is (RFC 7521, section 4.2)"),

  PRIVATE_KEY_FILE(
      "private-key-file",
      "path",
      without("none"),
      "for `private_key_jwt` and the jwt-bearer grant: a key in PKCS#8 PEM (`BEGIN PRIVATE KEY`): RSA, EC (P-256, P-384, P-521), Ed25519 or Ed448"),

  PRIVATE_KEY_PASSWORD(
      "private-key-password",
      "text",
      without("none"),
      "where the key is encrypted (`BEGIN ENCRYPTED PRIVATE KEY`)"),

  PRIVATE_KEY_PASSWORD_FILE(
      "private-key-password-file",
      "path",
      without("none"),
      "a file with that password, as `client-secret-file`"),

  KEY_ID("key-id", "text", without("none"), "`kid` in the header of an assertion"),

  CERTIFICATE_FILE(
      "certificate-file",
      "path",
      without("none"),
      "the certificate of the key, PEM: its hash stands in the header as `x5t#S256`"),

  SIGNATURE_ALGORITHM(
      "signature-algorithm",
      "a name",
      without("by the key: RS256, ES256, ES384, ES512, EdDSA; by the secret: HS256"),
      "or RS384, RS512, PS256, PS384, PS512; HS384 or HS512 for `client_secret_jwt` (RFC 7518, section 3.1)"),

  ASSERTION_AUDIENCE(
      "assertion-audience",
      "text",
      without("`issuer` where that is set, else the token endpoint"),
      "`aud` of an assertion; some servers want their issuer"),

  ASSERTION_LIFETIME(
      "assertion-lifetime", "duration", with("PT1M"), "of an assertion, from `iat` to `exp`"),

  ASSERTION_SUBJECT(
      "assertion-subject",
      "text",
      without("the client's id"),
      "`sub` of an assertion; with the jwt-bearer grant, whom the token is for"),

  ASSERTION_CLAIMS(
      "assertion-claims.<c>",
      "text",
      without("none"),
      "any other claim of that assertion, a string, from sources that list their names"),

  BASIC_ENCODING(
      "basic-encoding",
      "`form` or `raw`",
      with("form"),
      "`form`: id and secret are form-encoded before Basic, as RFC 6749 wants it. `raw`: for servers that do not decode"),

  GRANT_TYPE(
      "grant-type",
      "text",
      with("client_credentials"),
      "another name is sent as it is, with `parameters.<p>` as the rest; `urn:ietf:params:oauth:grant-type:jwt-bearer` signs its assertion with `private-key-file`"),

  AUDIENCE(
      "audience",
      "list, separated by commas",
      without("none"),
      "form parameter of the token request, one for each"),

  RESOURCE(
      "resource",
      "list, separated by commas",
      without("none"),
      "form parameter, one for each (RFC 8707)"),

  PARAMETERS(
      "parameters.<p>",
      "text",
      without("none"),
      "any other form parameter, from sources that list their names (environment variables do not)"),

  HEADERS(
      "headers.<h>",
      "text",
      without("none"),
      "a header of the token request, from the same sources; not those that the library or the transport decides, such as `Authorization`"),

  TOKEN_TYPE(
      "token-type",
      "list, separated by commas",
      with("Bearer"),
      "under which names this server gives bearer tokens"),

  KEY_STORE_FILE(
      "key-store-file",
      "path",
      without("the JVM's"),
      "the certificate that the client shows to the token endpoint, and its private key: PEM with both, or PKCS#12; read again for each token request"),

  KEY_STORE_PASSWORD(
      "key-store-password", "text", without("none"), "of that file, or of the key in it"),

  KEY_STORE_PASSWORD_FILE(
      "key-store-password-file",
      "path",
      without("none"),
      "the same, in a file that is read again for each token request"),

  KEY_ALIAS(
      "key-alias", "text", without("none"), "which key, where a PKCS#12 file has more than one"),

  TRUST_STORE_FILE(
      "trust-store-file",
      "path",
      without("the JVM's"),
      "whom the client trusts as its token endpoint, in place of whom the JVM does: certificates in PEM, or PKCS#12; read again for each token request"),

  TRUST_STORE_PASSWORD("trust-store-password", "text", without("none"), "of that file"),

  TRUST_STORE_PASSWORD_FILE(
      "trust-store-password-file",
      "path",
      without("none"),
      "the same, in a file that is read again for each token request"),

  PROXY_ADDRESS(
      "proxy-address",
      "`host:port` or `none`",
      without("the JVM's"),
      "the proxy on the way to the token endpoint; `none`: directly, whatever proxies the JVM has"),

  PROXY_USER(
      "proxy-user",
      "text",
      without("none"),
      "who logs in there. Into a tunnel, as https needs it, the JDK sends Basic only with `-Djdk.http.auth.tunneling.disabledSchemes=`"),

  PROXY_PASSWORD("proxy-password", "text", without("none"), "the password to that"),

  PROXY_PASSWORD_FILE(
      "proxy-password-file",
      "path",
      without("none"),
      "the same, in a file that is read again for each token request"),

  CONNECT_TIMEOUT("connect-timeout", "duration", with("PT5S"), "of a token request"),

  REQUEST_TIMEOUT(
      "request-timeout",
      "duration",
      with("PT10S"),
      "of a token request as a whole, to the last byte of the answer"),

  EXPIRY_MARGIN(
      "expiry-margin",
      "duration",
      with(IssuedToken.EXPIRY_MARGIN.toString()),
      "a token this close to its end is not used; at most a tenth of its lifetime"),

  REFRESH_MARGIN(
      "refresh-margin",
      "duration",
      with(IssuedToken.REFRESH_MARGIN.toString()),
      "from here on it is renewed in the background; at most half of its lifetime, less a random part of up to a fifth"),

  DEFAULT_LIFETIME(
      "default-lifetime", "duration", with("PT5M"), "for a token whose answer does not tell"),

  MAX_LIFETIME("max-lifetime", "duration", without("none"), "a told lifetime beyond it is cut"),

  ENABLED(
      "enabled",
      "`true` or `false`",
      with("true"),
      "`false`, for tests and local work: requests go without a token, none is asked for, an injected provider throws, and no other property is required or looked at",
      Reading.PROVIDER_MADE),

  ACCESS_TOKEN(
      "access-token",
      "text",
      without("none"),
      "a fixed token instead of token requests, for tests and local work; nothing else is required, and a 401 stays",
      Reading.PROVIDER_MADE),

  HEALTH(
      "health",
      "`readiness`, `warn` or `off`",
      with("readiness"),
      "what MicroProfile Health says of the client, where it is there: not ready without a token, told but ready all the same, or nothing",
      Reading.HEALTH_CHECK),

  RETRY_UNAUTHORIZED(
      "retry-unauthorized",
      "`true` or `false`",
      with("true"),
      "whether a 401 has the token replaced and the request sent once more",
      Reading.CLIENT_BUILT),

  REPLAY_BUFFER(
      "replay-buffer",
      "bytes, or with `K` or `M` (1024)",
      with("1M"),
      "the largest request body that is kept for that",
      Reading.CLIENT_BUILT),

  ALLOWED_ORIGINS(
      "allowed-origins",
      "list, separated by commas",
      without("none"),
      "`scheme://host[:port]`: when set, calls to any other origin fail before they are sent",
      Reading.CLIENT_BUILT);

  /** When a property is read. */
  enum Reading {
    TOKEN_REQUEST("for each token request"),
    HEALTH_CHECK("by the first health check"),
    CLIENT_BUILT("when the REST client is built"),
    PROVIDER_MADE("when the REST client is built, or the provider injected"),
    BOTH("for each token request, and when the REST client is built");

    private final String words;

    Reading(String words) {
      this.words = words;
    }

    /** Gives it as a part of a sentence. */
    String words() {
      return words;
    }
  }

  /**
   * What holds where a property is not set.
   *
   * @param value the value that is taken; empty if there is none
   * @param words what a reader is told, in Markdown
   */
  private record Default(String value, String words) {}

  private final String property;
  private final String kind;
  private final String defaultValue;
  private final String defaultInWords;
  private final String meaning;
  private final Reading reading;

  SettingsKey(String property, String kind, Default unset, String meaning) {
    this(property, kind, unset, meaning, Reading.TOKEN_REQUEST);
  }

  SettingsKey(String property, String kind, Default unset, String meaning, Reading reading) {
    this.property = property;
    this.kind = kind;
    this.defaultValue = unset.value();
    this.defaultInWords = unset.words();
    this.meaning = meaning;
    this.reading = reading;
  }

  private static Default with(String value) {
    return new Default(value, "`" + value + "`");
  }

  private static Default without(String words) {
    return new Default("", words);
  }

  /** Gives the last part of the property's name. */
  String property() {
    return property;
  }

  /** Says what a value is, and in which unit. */
  String kind() {
    return kind;
  }

  /** Says what it is good for. */
  String meaning() {
    return meaning;
  }

  /** Says when it is read. */
  Reading reading() {
    return reading;
  }

  /** Says whether it stands for many properties, each with a name that the user gives it. */
  boolean isFamily() {
    return property.endsWith(">");
  }

  /** Says whether it has items, which may each stand for itself under a name with a number. */
  boolean isList() {
    return kind.startsWith("list");
  }

  /** Gives the value that is taken where none is configured; empty if there is none. */
  String defaultValue() {
    return defaultValue;
  }

  /** Says what holds where none is configured. */
  String defaultInWords() {
    return defaultInWords;
  }

  /** Gives the whole property name for a client; of a family, that of its members. */
  String of(String client) {
    return "oauth2.client." + client + "." + property;
  }

  /** Gives the whole name of a member of a family. */
  String of(String client, String member) {
    return of(client).replaceFirst("<.>$", "") + member;
  }
}
