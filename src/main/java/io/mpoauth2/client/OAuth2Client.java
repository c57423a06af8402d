package io.mpoauth2.client;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the OAuth 2.0 client whose access token goes with the requests of a MicroProfile REST
 * client, or is given by an injected {@link io.mpoauth2.client.token.TokenProvider}.
 *
 * <pre>{@code
 * @RegisterRestClient(configKey = "signature")
 * @OAuth2Client("signicat")
 * public interface DocumentsApi { ... }
 *
 * @Inject @OAuth2Client("signicat") TokenProvider tokens;
 * }</pre>
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface OAuth2Client {

  /** The name of the client that is used where none is given. */
  String DEFAULT = "default";

  /**
   * Gives the client's name in configuration: its settings are {@code oauth2.client.<name>.*}.
   *
   * @return one or more of {@code A-Z a-z 0-9 _ -}
   */
  @Nonbinding
  String value() default DEFAULT;

  /**
   * Gives the scope of the token (RFC 6749, section 3.3). Different scope sets have different
   * tokens.
   *
   * @return scope tokens, each element split at spaces; empty for the configured scope
   */
  @Nonbinding
  String[] scope() default {};

  /** An instance of the annotation, for {@code Instance.select()}. */
  // The array is copied on its way in and out.
  @SuppressWarnings("ImmutableAnnotationChecker")
  final class Literal extends AnnotationLiteral<OAuth2Client> implements OAuth2Client {
    /** Means the client that is used where none is named, with its configured scope. */
    public static final Literal INSTANCE = of(DEFAULT);

    private static final long serialVersionUID = 1L;

    private final String value;
    private final String[] scope;

    private Literal(String value, String... scope) {
      this.value = value;
      this.scope = scope.clone();
    }

    /**
     * Makes a literal.
     *
     * @param value the client's name
     * @param scope its scope, none for the configured one
     * @return the literal
     */
    public static Literal of(String value, String... scope) {
      return new Literal(value, scope);
    }

    @Override
    public String value() {
      return value;
    }

    @Override
    public String[] scope() {
      return scope.clone();
    }
  }
}
