package io.mpoauth2.client.endpoint.authentication;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one token request carries to prove something: in its header, in its form, or not at all.
 *
 * @param authorization the {@code Authorization} header's value, empty if there is none
 * @param parameters what stands in the form, in this order, not yet encoded
 * @param secrets whatever must not be shown if the server's answer repeats it
 */
public record Proof(String authorization, Map<String, String> parameters, Set<String> secrets) {

  /**
   * Gives one that carries nothing: the proof is elsewhere, or none is wanted.
   *
   * @return an empty one
   */
  public static Proof none() {
    return new Proof("", Map.of(), Set.of());
  }

  static Proof inHeader(String authorization) {
    return new Proof(authorization, Map.of(), Set.of());
  }

  static Proof ofClient(String clientId) {
    return none().with("client_id", clientId);
  }

  Proof with(String parameter, String value) {
    return and(new Proof("", Map.of(parameter, value), Set.of()));
  }

  Proof hiding(Collection<String> more) {
    return and(new Proof("", Map.of(), Set.copyOf(more)));
  }

  /**
   * Gives an assertion in the form.
   *
   * @param parameter its name there
   * @param assertion hidden whole, and in parts: a server that takes it apart may repeat one
   * @return one without a header
   */
  public static Proof ofAssertion(String parameter, Secret assertion) {
    String text = assertion.value();
    List<String> parts = Arrays.stream(text.split("\\.")).filter(each -> !each.isEmpty()).toList();
    return none().with(parameter, text).hiding(List.of(text)).hiding(parts);
  }

  /**
   * Puts two together, of which at most one has a header.
   *
   * @param other stands behind this one
   * @return both
   */
  public Proof and(Proof other) {
    Map<String, String> both = new LinkedHashMap<>(parameters);
    both.putAll(other.parameters);
    Set<String> all = new LinkedHashSet<>(secrets);
    all.addAll(other.secrets);
    return new Proof(authorization + other.authorization, both, all);
  }

  /** Shows the names alone. */
  @Override
  public String toString() {
    return "Proof" + parameters.keySet();
  }
}
