package io.mpoauth2.client.restclient;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.WithoutToken;
import io.mpoauth2.client.token.operation.LogMessage;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.HashSet;
import java.util.Set;

/** Our annotations on other annotations: as in Jakarta EE, nothing is composed of them. */
record Composed(Findings findings) {

  void warn(AnnotatedElement place) {
    for (Annotation annotation : place.getAnnotations()) {
      Class<? extends Annotation> type = annotation.annotationType();
      if (!isOurs(type)) {
        warn(place, type, type, new HashSet<>());
      }
    }
  }

  private void warn(
      AnnotatedElement place,
      Class<? extends Annotation> worn,
      Class<? extends Annotation> type,
      Set<Class<?>> seen) {
    if (!seen.add(type)) {
      return;
    }
    for (Annotation meta : type.getAnnotations()) {
      if (isOurs(meta.annotationType())) {
        String client = meta instanceof OAuth2Client named ? named.value() : OAuth2Client.DEFAULT;
        String ours = meta.annotationType().getSimpleName();
        findings.warning(
            LogMessage.NO_EFFECT,
            client,
            '@'
                + ours
                + " on the annotation @"
                + type.getName()
                + " has no effect on "
                + name(place)
                + ", which has @"
                + worn.getSimpleName()
                + "; put it there itself");
      } else {
        warn(place, worn, meta.annotationType(), seen);
      }
    }
  }

  private static boolean isOurs(Class<? extends Annotation> type) {
    return type == OAuth2Client.class || type == WithoutToken.class;
  }

  private static String name(AnnotatedElement place) {
    return place instanceof Member member
        ? member.getDeclaringClass().getName() + '.' + member.getName()
        : ((Class<?>) place).getName();
  }
}
