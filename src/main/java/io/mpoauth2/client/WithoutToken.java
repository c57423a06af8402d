package io.mpoauth2.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has requests of a MicroProfile REST client go without a token, and none asked for: those of one
 * method, such as a public operation; or on an interface, those of all its methods that have no
 * {@link WithToken}.
 *
 * <p>It counts for inherited methods, and for those of sub-resources; on a method that gives a
 * sub-resource, for what is called through it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface WithoutToken {}
