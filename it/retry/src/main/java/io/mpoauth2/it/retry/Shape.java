package io.mpoauth2.it.retry;

import java.util.List;
import java.util.concurrent.CompletionStage;
import net.bytebuddy.description.type.TypeDescription;

/** The types in the signature of a client's method. */
final class Shape {
  private Shape() {}

  static TypeDescription.Generic of(Class<?> type) {
    return new TypeDescription.Generic.OfNonGenericType.ForLoadedType(type);
  }

  static TypeDescription.Generic listOf(Class<?> item) {
    return TypeDescription.Generic.Builder.parameterizedType(List.class, item).build();
  }

  static TypeDescription.Generic of(Class<?> type, Class<?> argument) {
    return TypeDescription.Generic.Builder.parameterizedType(type, argument).build();
  }

  /** Gives the type of a promise of it. */
  static TypeDescription.Generic later(TypeDescription.Generic type) {
    return TypeDescription.Generic.Builder.parameterizedType(
            TypeDescription.ForLoadedType.of(CompletionStage.class), type)
        .build();
  }
}
