package io.mpoauth2.benchmarks.hotpath;

import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * The configuration of a client on which nothing but a filter was registered, perhaps with
 * properties.
 */
final class BareConfiguration implements Configuration {
  private final Map<String, Object> properties;

  BareConfiguration(Map<String, Object> properties) {
    this.properties = properties;
  }

  @Override
  public RuntimeType getRuntimeType() {
    return RuntimeType.CLIENT;
  }

  @Override
  public Map<String, Object> getProperties() {
    return properties;
  }

  @Override
  public Object getProperty(String name) {
    return properties.get(name);
  }

  @Override
  public Collection<String> getPropertyNames() {
    return properties.keySet();
  }

  @Override
  public boolean isEnabled(Feature feature) {
    return false;
  }

  @Override
  public boolean isEnabled(Class<? extends Feature> feature) {
    return false;
  }

  @Override
  public boolean isRegistered(Object component) {
    return false;
  }

  @Override
  public boolean isRegistered(Class<?> component) {
    return false;
  }

  @Override
  public Map<Class<?>, Integer> getContracts(Class<?> component) {
    return Map.of();
  }

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of();
  }

  @Override
  public Set<Object> getInstances() {
    return Set.of();
  }
}
