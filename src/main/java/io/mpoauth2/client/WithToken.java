package io.mpoauth2.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the OAuth 2.0 client, or the scope, of one method of a MicroProfile REST client, where that
 * is not what {@link OAuth2Client} says for the interface; or has a token go with one method of an
 * interface that has none.
 *
 * <pre>{@code
 * @OAuth2Client("signicat")
 * public interface DocumentsApi {
 *   @GET
 *   @Path("/documents/{id}")
 *   @WithToken(scope = "document_read")
 *   Document get(@PathParam("id") String id);
 * }
 * }</pre>
 *
 * <p>It counts for inherited methods, and for those of sub-resources; on a method that gives a
 * sub-resource, for what is called through it. It is no CDI qualifier.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface WithToken {

  /**
   * Gives the client's name in configuration.
   *
   * @return a name as of {@link OAuth2Client#value()}; empty, as by default, for the interface's
   *     client
   */
  String value() default "";

  /**
   * Gives the scope of the token (RFC 6749, section 3.3).
   *
   * @return scope tokens, each element split at spaces; empty, as by default, for the interface's
   *     scope, or with another client than the interface's for the configured one
   */
  String[] scope() default {};
}
