package io.mpoauth2.client.telemetry.wiring;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** The readiness check as a bean that lies where its API does, and sees what this library sees. */
final class ReadinessBean implements Bean<HealthCheck> {
  private final BeanManager beans;

  /**
   * Says whether this library is a module of the server, beside that of the API: it is loaded in
   * the same way, and not with the application. Elsewhere the check is seen anyway, and is not to
   * be told twice.
   */
  static boolean isWanted(ClassLoader application) {
    ClassLoader own = ReadinessBean.class.getClassLoader();
    return own != application && own.getClass() == HealthCheck.class.getClassLoader().getClass();
  }

  ReadinessBean(BeanManager beans) {
    this.beans = beans;
  }

  /** Weld takes a bean for one of the archive that this class is in. */
  @Override
  public Class<?> getBeanClass() {
    return HealthCheck.class;
  }

  @Override
  public HealthCheck create(CreationalContext<HealthCheck> context) {
    return ReadinessCheck.of(beans.createInstance());
  }

  @Override
  public void destroy(HealthCheck check, CreationalContext<HealthCheck> context) {
    context.release();
  }

  @Override
  public Set<Type> getTypes() {
    return Set.of(HealthCheck.class, Object.class);
  }

  @Override
  public Set<Annotation> getQualifiers() {
    return Set.of(Readiness.Literal.INSTANCE, Any.Literal.INSTANCE);
  }

  @Override
  public Class<? extends Annotation> getScope() {
    return Singleton.class;
  }

  @Override
  public @Nullable String getName() {
    return null;
  }

  @Override
  public Set<Class<? extends Annotation>> getStereotypes() {
    return Set.of();
  }

  @Override
  public boolean isAlternative() {
    return false;
  }

  @Override
  public Set<InjectionPoint> getInjectionPoints() {
    return Set.of();
  }
}
