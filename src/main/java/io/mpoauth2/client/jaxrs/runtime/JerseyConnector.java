package io.mpoauth2.client.jaxrs.runtime;

import org.jspecify.annotations.Nullable;

/** What Jersey's connectors do with a request that comes out of a response filter. */
enum JerseyConnector {
  /** Answers on the thread that asked, asynchronous calls too, and holds it until then. */
  HOLDING,

  /** Answers asynchronous calls on a thread of the transport's. */
  CALLING_BACK,

  /** The same, and a second body that is larger than a buffer never gets through. */
  WITHOUT_BODIES,

  /** Nobody knows what it does. */
  UNKNOWN;

  /** Gives the kind of a connector; one that extends a known one is unknown. */
  static JerseyConnector of(Object connector) {
    return switch (connector.getClass().getName()) {
      case "org.glassfish.jersey.client.internal.HttpUrlConnector",
          "org.glassfish.jersey.apache5.connector.Apache5Connector" ->
          HOLDING;
      case "org.glassfish.jersey.jetty.connector.JettyConnector",
          "org.glassfish.jersey.jnh.connector.JavaNetHttpConnector" ->
          CALLING_BACK;
      case "org.glassfish.jersey.netty.connector.NettyConnector" -> WITHOUT_BODIES;
      default -> UNKNOWN;
    };
  }

  /** Says whether no answer tells that a redirect was followed on the way to it. */
  boolean hidesRedirects() {
    return this == CALLING_BACK;
  }

  /** Says whether the thread that has the answer may wait. */
  boolean mayWait(boolean asynchronous) {
    return !asynchronous || this == HOLDING;
  }

  /** Says why it cannot carry a second request; null if it can. */
  @Nullable String obstacle(boolean asynchronous, boolean withBody) {
    if (this == UNKNOWN) {
      return "the connector of this Jersey client is not one of the known ones";
    }
    if (!mayWait(asynchronous)) {
      return "the thread that has its answer is the transport's, and nobody may wait on it";
    }
    return withBody && this == WITHOUT_BODIES
        ? "the connector of this Jersey client takes no second body"
        : null;
  }
}
