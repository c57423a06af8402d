package io.mpoauth2.it.core;

import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * Stands for what a library on the class path brings along for every client, by {@code
 * META-INF/services/jakarta.ws.rs.ext.Providers}. It leaves a line each time, where it is asked to:
 * what else is on the class path must not notice it.
 */
public final class ClassPathInterceptor implements WriterInterceptor {
  static final String ASKED = "class-path";
  static final String WRITTEN = "X-Class-Path";

  /** Made by the runtime. */
  public ClassPathInterceptor() {}

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (String.valueOf(context.getHeaders().getFirst("X-Of-Invocation")).equals(ASKED)) {
      context.getHeaders().add(WRITTEN, "1");
    }
    context.proceed();
  }
}
