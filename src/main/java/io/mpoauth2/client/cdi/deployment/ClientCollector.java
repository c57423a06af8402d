package io.mpoauth2.client.cdi.deployment;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.WithToken;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.FieldConfig;
import jakarta.enterprise.inject.build.compatible.spi.InjectionPointInfo;
import jakarta.enterprise.inject.build.compatible.spi.MethodConfig;
import jakarta.enterprise.inject.build.compatible.spi.ParameterConfig;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanBuilder;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.DeclarationInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.types.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Collects the clients that the application names, and where. Reads no settings: in Quarkus this
 * runs when the application is built, where those of its production are not.
 */
public final class ClientCollector implements BuildCompatibleExtension {
  private static final String OWN = "io.mpoauth2.client.cdi.ApplicationTokenProviders";

  private final List<NamedClient> found = new ArrayList<>();

  /** Made by CDI, as a service. */
  public ClientCollector() {}

  /**
   * Looks at interfaces of REST clients and at injection points that name a client.
   *
   * @param type has the annotation, on itself or inside
   */
  @Enhancement(
      types = Object.class,
      withSubtypes = true,
      withAnnotations = {OAuth2Client.class, WithToken.class})
  public void annotated(ClassConfig type) {
    try {
      collect(type);
    } catch (RuntimeException | LinkageError e) {
      // Rather one place too few than an application that cannot be deployed.
    }
  }

  private void collect(ClassConfig type) {
    ClassInfo info = type.info();
    if (info.name().equals(OWN)) {
      return;
    }
    if (info.isInterface()) {
      found.addAll(new AnnotatedInterface(info).clients());
      return;
    }
    for (FieldConfig field : type.fields()) {
      if (!field.info().hasAnnotation(Produces.class)) {
        named(field.info(), info, field.info().name());
      }
    }
    Stream.concat(type.constructors().stream(), type.methods().stream())
        .forEach(method -> parameters(method, info));
  }

  private void parameters(MethodConfig method, ClassInfo type) {
    for (ParameterConfig parameter : method.parameters()) {
      named(parameter.info(), type, member(parameter.info()));
    }
  }

  /**
   * Looks at injection points without a name, which mean the client {@code default}.
   *
   * @param bean any of the application
   */
  @Registration(types = Object.class)
  public void injected(BeanInfo bean) {
    try {
      collect(bean);
    } catch (RuntimeException | LinkageError e) {
      // As above.
    }
  }

  private void collect(BeanInfo bean) {
    for (InjectionPointInfo point : bean.injectionPoints()) {
      if (isTokenProvider(point.type()) && isWithoutName(point.qualifiers())) {
        found.add(
            NamedClient.injected(
                OAuth2Client.DEFAULT,
                "",
                bean.declaringClass().name(),
                member(point.declaration())));
      }
    }
  }

  /**
   * Leaves what was found to the application.
   *
   * @param components where beans are added
   */
  @Synthesis
  public void leave(SyntheticComponents components) {
    SyntheticBeanBuilder<NamedClients> bean = components.addBean(NamedClients.class);
    NamedClientsCreator.pack(bean.type(NamedClients.class), found);
    bean.createWith(NamedClientsCreator.class);
  }

  private void named(DeclarationInfo place, ClassInfo type, String member) {
    AnnotationInfo client = place.annotation(OAuth2Client.class);
    if (client != null) {
      found.add(
          NamedClient.injected(
              AnnotationTexts.text(client, "value", OAuth2Client.DEFAULT),
              AnnotationTexts.scope(client),
              type.name(),
              member));
    }
  }

  private static boolean isTokenProvider(Type type) {
    if (type.isParameterizedType()) {
      return type.asParameterizedType()
              .genericClass()
              .declaration()
              .name()
              .equals("jakarta.inject.Provider")
          && isTokenProvider(type.asParameterizedType().typeArguments().get(0));
    }
    return type.isClass()
        && type.asClass().declaration().name().equals(TokenProvider.class.getName());
  }

  private static boolean isWithoutName(Collection<AnnotationInfo> qualifiers) {
    return qualifiers.stream().allMatch(each -> each.name().equals(Default.class.getName()));
  }

  private static String member(DeclarationInfo declaration) {
    if (declaration.isField()) {
      return declaration.asField().name();
    }
    if (!declaration.isParameter()) {
      return declaration.toString();
    }
    MethodInfo method = declaration.asParameter().declaringMethod();
    return (method.isConstructor() ? method.declaringClass().simpleName() : method.name()) + "()";
  }
}
