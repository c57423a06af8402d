package io.mpoauth2.client.jaxrs.runtime;

import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose tokens go with the requests of a MicroProfile client whose methods differ in that. Which
 * one was called is told by MicroProfile's own property of the request.
 */
public final class TokensByMethod {
  /** MicroProfile Rest Client 3.0, "ClientRequestFilter". */
  private static final String INVOKED_METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";

  private final String api;
  private final Map<Method, Object> tokens;

  /**
   * Keeps what was decided when the client was built.
   *
   * @param api the interface's name, for messages
   * @param tokens by method what {@link Registration#TOKENS} would hold if all methods were alike
   */
  public TokensByMethod(String api, Map<Method, Object> tokens) {
    this.api = api;
    // Every call looks a method up, and Map.copyOf's map divides where this one has a mask.
    this.tokens = new HashMap<>(tokens);
  }

  /**
   * Gives what was decided for the method that a request is made for.
   *
   * @param request a request of the client
   * @return what {@link Registration#TOKENS} holds for it
   * @throws IllegalStateException if nothing was: a token must not go where nobody wanted it
   */
  public Object of(ClientRequestContext request) {
    Object method = request.getProperty(INVOKED_METHOD);
    Object decided = method == null ? null : tokens.get(method);
    if (decided == null) {
      throw new IllegalStateException(
          "the request was not sent: methods of "
              + api
              + " differ in their tokens, and "
              + (method == null
                  ? "this runtime does not tell which one was called ("
                      + INVOKED_METHOD
                      + " is not set)"
                  : "nothing was decided for " + method));
    }
    return decided;
  }
}
