package io.mpoauth2.client.jaxrs.runtime;

import java.io.OutputStream;
import java.lang.reflect.Method;

/**
 * The copy of a request's body, as its engine got it.
 *
 * @param copy the copy
 * @param engines the stream that the engine gives a target
 * @param targetOf gives that target
 */
record ResteasyBody(BodyCopy copy, OutputStream engines, Method targetOf) {

  /**
   * Says how far the body was written, when the answer is there. Nobody closes RESTEasy's stream;
   * but the engine sends nothing before a body is whole, so it is that if the engine asked for it.
   * It did not where a filter behind ours gave the answer.
   */
  BodyCopy.State state() throws ReflectiveOperationException {
    if (targetOf.invoke(engines) != null) {
      copy.end();
    }
    return copy.state();
  }
}
