package io.mpoauth2.it.core;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where {@link ClassPathInterceptor} is on the class path of every client. */
public interface ClassPathRows extends Rows {
  @Test
  default void interceptor_of_the_class_path_runs_once() {
    assertSame(
        stage -> stage.watched().arrivingWith(ClassPathInterceptor.WRITTEN, "1"),
        calls -> calls.postTo("a", List.of(), ClassPathInterceptor.ASKED, "mine=1", "hello"));
  }
}
