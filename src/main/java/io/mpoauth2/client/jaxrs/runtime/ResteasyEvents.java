package io.mpoauth2.client.jaxrs.runtime;

/**
 * The requests of RESTEasy's {@code SseEventSource}. To close it is to have the transport break off
 * the answer that it gave, and after a second request that is the refused one: the stream of events
 * would stay open behind it, with its thread and its connection. Whoever else reads such a stream
 * closes that.
 */
final class ResteasyEvents {
  private static final String SOURCE =
      "org.jboss.resteasy.plugins.providers.sse.client.SseEventSourceImpl";
  private static final String INVOCATION =
      "org.jboss.resteasy.client.jaxrs.internal.ClientInvocation";

  private ResteasyEvents() {}

  /**
   * Says whether it is such a source that waits for the answer which the calling thread has.
   * Nothing in the request tells; and what a consumer of events calls has the source on its stack,
   * too, but not as who asked.
   */
  static boolean areAwaited() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .dropWhile(type -> !type.equals(INVOCATION))
                    .dropWhile(type -> type.equals(INVOCATION))
                    .findFirst()
                    .filter(type -> type.startsWith(SOURCE))
                    .isPresent());
  }
}
