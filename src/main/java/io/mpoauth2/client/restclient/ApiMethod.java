package io.mpoauth2.client.restclient;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A method of an interface with all its declarations, as interfaces that extend others may declare
 * it again.
 *
 * @param called those that a runtime may tell; several if interfaces have it that know nothing of
 *     each other
 */
record ApiMethod(Ancestry<Method> declarations, Set<Method> called) {

  /** Gives the methods of an interface, inherited ones too. */
  static List<ApiMethod> of(Class<?> api) {
    List<Set<Class<?>>> levels = Ancestry.of(api).levels();
    Signatures signatures = Signatures.of(levels);
    Map<String, List<Set<Method>>> declared = new LinkedHashMap<>();
    for (int distance = 0; distance < levels.size(); distance++) {
      for (Class<?> each : levels.get(distance)) {
        for (Method method : each.getDeclaredMethods()) {
          if (!Modifier.isStatic(method.getModifiers())) {
            List<Set<Method>> all =
                declared.computeIfAbsent(
                    signatures.of(signature(method)), name -> new ArrayList<>());
            while (all.size() <= distance) {
              all.add(new LinkedHashSet<>());
            }
            all.get(distance).add(method);
          }
        }
      }
    }
    Set<Method> callable = Set.of(api.getMethods());
    List<ApiMethod> methods = new ArrayList<>();
    for (List<Set<Method>> each : declared.values()) {
      Ancestry<Method> declarations = new Ancestry<>(each);
      Set<Method> called = new LinkedHashSet<>(declarations.all());
      called.retainAll(callable);
      methods.add(new ApiMethod(declarations, called));
    }
    return methods;
  }

  String name() {
    return first().getName();
  }

  /** Gives the name that a person knows it by. */
  String place() {
    return first().getDeclaringClass().getName() + '.' + name();
  }

  /** Says whether its call is a request. */
  boolean isRequest() {
    return declarations.all().stream()
        .flatMap(method -> Arrays.stream(method.getAnnotations()))
        .map(Annotation::annotationType)
        .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class));
  }

  /** Says whether its call is one of a sub-resource's methods' beginning, and no request. */
  boolean isLocator() {
    return !isRequest() && !first().isDefault() && first().getReturnType().isInterface();
  }

  /** Gives what a locator returns. */
  Class<?> subResource() {
    return first().getReturnType();
  }

  /** Not what the compiler puts beside it, which returns less. */
  private Method first() {
    List<Method> all = declarations.all();
    return all.stream().filter(method -> !method.isBridge()).findFirst().orElse(all.get(0));
  }

  private static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }

  /**
   * Methods that are one though their parameters differ: where a type parameter has become a type,
   * the compiler leaves a bridge from one to the other.
   */
  private record Signatures(Map<String, String> bridged) {
    static Signatures of(List<Set<Class<?>>> levels) {
      Map<String, String> bridged = new HashMap<>();
      for (Set<Class<?>> level : levels) {
        for (Class<?> each : level) {
          for (Method method : each.getDeclaredMethods()) {
            if (method.isBridge()) {
              Arrays.stream(each.getDeclaredMethods())
                  .filter(other -> isBridgeTo(other, method))
                  .findFirst()
                  .ifPresent(other -> bridged.putIfAbsent(signature(method), signature(other)));
            }
          }
        }
      }
      return new Signatures(bridged);
    }

    String of(String signature) {
      String last = signature;
      for (int step = 0; step < bridged.size() && bridged.containsKey(last); step++) {
        last = bridged.getOrDefault(last, last);
      }
      return last;
    }

    private static boolean isBridgeTo(Method method, Method bridge) {
      Class<?>[] wide = bridge.getParameterTypes();
      Class<?>[] narrow = method.getParameterTypes();
      return !method.isBridge()
          && method.getName().equals(bridge.getName())
          && wide.length == narrow.length
          && !Arrays.equals(wide, narrow)
          && bridge.getReturnType().isAssignableFrom(method.getReturnType())
          && IntStream.range(0, wide.length).allMatch(i -> wide[i].isAssignableFrom(narrow[i]));
    }
  }
}
