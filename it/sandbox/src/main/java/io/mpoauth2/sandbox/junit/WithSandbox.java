package io.mpoauth2.sandbox.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs a test class with a sandbox: {@link SandboxExtension} by annotation. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(SandboxExtension.class)
public @interface WithSandbox {
  /**
   * Gives the clients that get their tokens from the sandbox.
   *
   * @return their names in configuration
   */
  String[] clients() default "signicat";

  /**
   * Gives the REST clients whose API is the sandbox.
   *
   * @return their configuration keys, or names of their interfaces
   */
  String[] apis() default {};

  /**
   * Says whether connections may stay open when the tests are over: those of an application that
   * goes on, such as Quarkus between two test classes.
   *
   * @return false by default
   */
  boolean connectionsMayStay() default false;
}
