package io.mpoauth2.client.jaxrs.runtime;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The members of RESTEasy's client that a second request needs: all of them public, and the same in
 * 6.2 and 7.0. By reflection, because there is no RESTEasy to link to on other runtimes; from the
 * class of a request on, whose class loader surely sees them.
 */
final class ResteasyMembers {
  /** An engine that gives answers to its own threads, which nobody may hold up. */
  private static final String ASYNCHRONOUS =
      "org.jboss.resteasy.client.jaxrs.engines.AsyncClientHttpEngine";

  private final Method invocationOf;
  private final Method clientOf;
  private final Method engineOf;
  private final Class<?> asynchronous;
  private final Method followsRedirects;
  private final Method streamOf;
  private final Method setStream;
  private final Constructor<?> newStream;
  private final Method targetOf;
  private final Method setTarget;
  private final Constructor<?> newInvocation;
  private final Constructor<?> newHeaders;
  private final Method mapOf;
  private final Method setMethod;
  private final Method setEntity;
  private final Method isChunked;
  private final Method setChunked;

  /** A configuration with two providers of ours and no others, whatever lies on the class path. */
  private final Object bare;

  /**
   * Finds them all.
   *
   * @throws ReflectiveOperationException if this RESTEasy is not like the known ones
   */
  ResteasyMembers(Class<?> requestContext) throws ReflectiveOperationException {
    invocationOf = requestContext.getMethod("getInvocation");
    Class<?> invocation = invocationOf.getReturnType();
    clientOf = invocation.getMethod("getClient");
    engineOf = clientOf.getReturnType().getMethod("httpEngine");
    followsRedirects = engineOf.getReturnType().getMethod("isFollowRedirects");
    asynchronous = Class.forName(ASYNCHRONOUS, false, invocation.getClassLoader());
    streamOf = invocation.getMethod("getDelegatingOutputStream");
    Class<?> stream = streamOf.getReturnType();
    setStream = invocation.getMethod("setDelegatingOutputStream", stream);
    newStream = stream.getConstructor();
    targetOf = stream.getMethod("getDelegate");
    setTarget = stream.getMethod("setDelegate", OutputStream.class);
    Class<?> configuration = invocation.getMethod("getClientConfiguration").getReturnType();
    Class<?> headers = invocation.getMethod("getHeaders").getReturnType();
    newHeaders = headers.getConstructor(configuration);
    mapOf = headers.getMethod("getHeaders");
    newInvocation =
        invocation.getConstructor(clientOf.getReturnType(), URI.class, headers, configuration);
    setMethod = invocation.getMethod("setMethod", String.class);
    setEntity = invocation.getMethod("setEntityObject", Object.class);
    isChunked = invocation.getMethod("isChunked");
    setChunked = invocation.getMethod("setChunked", boolean.class);
    bare = bare(configuration);
  }

  private static Object bare(Class<?> configuration) throws ReflectiveOperationException {
    // The one kind of a client's factory that does not look for providers.
    Class<?> factory =
        Class.forName(
            configuration.getPackageName() + ".LocalResteasyProviderFactory",
            true,
            configuration.getClassLoader());
    Constructor<?> withFactory =
        Arrays.stream(configuration.getConstructors())
            .filter(candidate -> candidate.getParameterCount() == 1)
            .filter(candidate -> candidate.getParameterTypes()[0].isAssignableFrom(factory))
            .findFirst()
            .orElseThrow(NoSuchMethodException::new);
    Object bare = withFactory.newInstance(factory.getConstructor().newInstance());
    configuration.getMethod("register", Object.class).invoke(bare, new ResteasyBytes());
    return bare;
  }

  /**
   * Says whether the engine of a request is known and holds its caller until the answer is there;
   * such a one has the whole body before it sends anything. One of the user's may look at the
   * client's properties, which a second request does not have.
   */
  boolean holdsItsCaller(ClientRequestContext request) throws ReflectiveOperationException {
    Object engine = engineOf.invoke(clientOf.invoke(invocationOf.invoke(request)));
    return engine.getClass().getName().startsWith("org.jboss.resteasy.")
        && !asynchronous.isInstance(engine);
  }

  /** Says whether the engine may have followed a redirect; no answer tells whether it did. */
  boolean mayHaveSentOn(ClientRequestContext request) throws ReflectiveOperationException {
    Object engine = engineOf.invoke(clientOf.invoke(invocationOf.invoke(request)));
    return Boolean.TRUE.equals(followsRedirects.invoke(engine));
  }

  /**
   * Gives a copy that lies between what filters and interceptors write to, however they wrapped it,
   * and the engine.
   *
   * @param limit the largest body in bytes that is kept
   */
  ResteasyBody bodyOf(ClientRequestContext request, int limit) throws ReflectiveOperationException {
    Object invocation = invocationOf.invoke(request);
    OutputStream engines = (OutputStream) newStream.newInstance();
    BodyCopy copy = new BodyCopy(engines, limit);
    setTarget.invoke(streamOf.invoke(invocation), copy);
    setStream.invoke(invocation, engines);
    return new ResteasyBody(copy, engines, targetOf);
  }

  /**
   * Gives the same request once more, with the headers that it has now, over the engine of the
   * user's client and past everything else of it.
   *
   * @param body null if it has none
   */
  Invocation again(ClientRequestContext request, byte @Nullable [] body)
      throws ReflectiveOperationException {
    Object first = invocationOf.invoke(request);
    Object headers = newHeaders.newInstance(bare);
    @SuppressWarnings("unchecked") // That is what it says.
    MultivaluedMap<String, Object> map = (MultivaluedMap<String, Object>) mapOf.invoke(headers);
    // As text: it may be the user's own providers that turned an object into it.
    request.getStringHeaders().forEach((name, values) -> map.put(name, new ArrayList<>(values)));
    Invocation second =
        (Invocation)
            newInvocation.newInstance(clientOf.invoke(first), request.getUri(), headers, bare);
    setMethod.invoke(second, request.getMethod());
    setEntity.invoke(second, (Object) body);
    setChunked.invoke(second, isChunked.invoke(first));
    return second;
  }

  /** Has an answer show the reason phrase of another one; its context takes only a status. */
  static void setReason(ClientResponseContext response, @Nullable String reason)
      throws ReflectiveOperationException {
    Method answerOf = response.getClass().getMethod("getClientResponse");
    answerOf
        .getReturnType()
        .getMethod("setReasonPhrase", String.class)
        .invoke(answerOf.invoke(response), reason);
  }

  /** Breaks an answer's connection off; to close its stream would be to wait for the rest. */
  static void breakOff(ClientResponseContext response) throws ReflectiveOperationException {
    Method answerOf = response.getClass().getMethod("getClientResponse");
    answerOf
        .getReturnType()
        .getMethod("releaseConnection", boolean.class)
        .invoke(answerOf.invoke(response), false);
  }
}
