package io.mpoauth2.client.cdi.deployment;

/**
 * A client where it is named.
 *
 * @param client its name in configuration
 * @param scope as the annotation has it, delimited by spaces; empty for the configured one
 * @param type the class or interface in which it is named
 * @param member field or method of that type; empty for the interface of a REST client itself
 * @param replaceable whether a property of the REST client may name another client instead
 * @param configKey of the REST client, empty if there is none
 */
record NamedClient(
    String client,
    String scope,
    String type,
    String member,
    boolean replaceable,
    String configKey) {

  /** At an injection point. */
  static NamedClient injected(String client, String scope, String type, String member) {
    return new NamedClient(client, scope, type, member, false, "");
  }

  /** Gives where it is, for whoever has to find it. */
  String place() {
    return member.isEmpty() ? type : type + '.' + member;
  }
}
