package io.mpoauth2.it.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a column of the matrix is called, beside the name of its runtime. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Column {
  /**
   * Gives the name.
   *
   * @return of a connector or an engine
   */
  String value();
}
