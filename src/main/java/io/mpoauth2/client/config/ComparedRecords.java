package io.mpoauth2.client.config;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import java.util.List;

/**
 * What the JDK keeps of records. Up to JDK 18 the static method handles of which it makes their
 * {@code equals}, {@code hashCode} and {@code toString} remember the types they were last asked
 * for, and with them the class loader of an application that has ended.
 */
final class ComparedRecords {
  private ComparedRecords() {}

  /** Has the JDK remember a type of its own instead; newer ones do not know it as a record. */
  static void forget() {
    try {
      MethodHandles.Lookup here = MethodHandles.lookup();
      MethodHandle part =
          here.findVirtual(String.class, "strip", MethodType.methodType(String.class));
      for (String method : List.of("equals", "hashCode", "toString")) {
        ObjectMethods.bootstrap(here, method, MethodHandle.class, String.class, "part", part);
      }
    } catch (Throwable e) {
      // A JDK that does it otherwise; what has ended must not fail for that.
    }
  }
}
