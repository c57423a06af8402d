package io.mpoauth2.client.cdi.deployment;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.WithToken;
import io.mpoauth2.client.WithoutToken;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clients that the interface of a REST client names, for itself and for its methods. */
record AnnotatedInterface(ClassInfo api) {
  private static final String REST_CLIENT =
      "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

  List<NamedClient> clients() {
    List<NamedClient> found = new ArrayList<>();
    AnnotationInfo own = api.annotation(OAuth2Client.class);
    if (own != null && !api.hasAnnotation(WithoutToken.class)) {
      found.add(client(name(own), AnnotationTexts.scope(own), "", true));
    }
    for (MethodInfo method : api.methods()) {
      AnnotationInfo other = method.annotation(WithToken.class);
      if (other != null) {
        addOther(found, method.name() + "()", other, own);
      }
    }
    return found;
  }

  private void addOther(
      List<NamedClient> found, String method, AnnotationInfo other, @Nullable AnnotationInfo own) {
    String name = AnnotationTexts.text(other, "value", "");
    String scope = AnnotationTexts.scope(other);
    if (!name.isEmpty()) {
      found.add(client(name, scope, method, false));
    } else if (own != null) {
      // Without one, it is what a super-interface or a property names.
      found.add(client(name(own), scope, method, true));
    }
  }

  private NamedClient client(String name, String scope, String method, boolean replaceable) {
    return new NamedClient(name, scope, api.name(), method, replaceable, configKey());
  }

  private static String name(AnnotationInfo own) {
    return AnnotationTexts.text(own, "value", OAuth2Client.DEFAULT);
  }

  /** By its name: the annotation is of another API, which may be absent. */
  private String configKey() {
    return api.annotations().stream()
        .filter(each -> each.name().equals(REST_CLIENT))
        .map(each -> AnnotationTexts.text(each, "configKey", ""))
        .findAny()
        .orElse("");
  }
}
