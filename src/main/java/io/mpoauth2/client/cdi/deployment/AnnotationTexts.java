package io.mpoauth2.client.cdi.deployment;

import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.AnnotationMember;
import java.util.stream.Collectors;

/** What stands in an annotation, as the language model of CDI gives it. */
final class AnnotationTexts {
  private AnnotationTexts() {}

  /** Gives a member's value, or the default where the runtime tells none. */
  static String text(AnnotationInfo annotation, String member, String other) {
    return annotation.hasMember(member) ? annotation.member(member).asString() : other;
  }

  /** Gives scope tokens, delimited by spaces. */
  static String scope(AnnotationInfo annotation) {
    return annotation.hasMember("scope")
        ? annotation.member("scope").asArray().stream()
            .map(AnnotationMember::asString)
            .collect(Collectors.joining(" "))
        : "";
  }
}
