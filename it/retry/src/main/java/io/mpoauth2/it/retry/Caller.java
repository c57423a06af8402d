package io.mpoauth2.it.retry;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Makes calls through MicroProfile REST clients, and says what is wrong with what comes of them.
 * The interfaces are made as they are needed: written down they would be two hundred methods that
 * differ in one word.
 */
public final class Caller {
  private static final long DEADLINE_SECONDS = 20;

  /** Longer than a loaded machine takes for an answer that is sent at once. */
  private static final long PATIENCE_MILLIS = 1000;

  private final URI api;

  /** What the calls go through; null if they go straight to the API. */
  private final URI proxy;

  private final Map<String, Class<?>> interfaces = new ConcurrentHashMap<>();

  public Caller(URI api) {
    this(api, null);
  }

  private Caller(URI api, URI proxy) {
    this.api = api;
    this.proxy = proxy;
  }

  /** Gives one for whom the API stands in for a proxy: nobody listens at the address he calls. */
  public static Caller through(URI api) {
    return new Caller(api, api);
  }

  /** Makes a call; gives what is wrong, nothing if all is well. */
  public String call(Call call) throws Exception {
    String number = UUID.randomUUID().toString();
    URI base = proxy == null ? api : URI.create("http://localhost:1");
    URI address =
        base.resolve("/calls/" + call.outcome() + "/" + call.answer() + "/" + number + "/");
    NumberedTokens tokens = new NumberedTokens();
    Gzip.Decompression decompression = new Gzip.Decompression();
    Gzip.Compression compression = new Gzip.Compression();
    Refusals refusals = new Refusals();
    RestClientBuilder builder =
        RestClientBuilder.newBuilder()
            .baseUri(address)
            .connectTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS)
            .readTimeout(
                call.outcome() == Outcome.TIMEOUT ? PATIENCE_MILLIS : DEADLINE_SECONDS * 1000,
                TimeUnit.MILLISECONDS)
            .register(decompression)
            .register(refusals)
            .register(new BearerTokenFilter(tokens));
    if (proxy != null) {
      builder.proxyAddress(proxy.getHost(), proxy.getPort());
    }
    if (call.body() == Body.GZIP) {
      builder.register(compression);
    }
    Object client = builder.build(interfaces.computeIfAbsent(shape(call), name -> make(call)));
    List<String> problems = new ArrayList<>();
    try {
      Object got = invoke(client, call);
      if (call.outcome() != Outcome.ANSWERED) {
        problems.add("no failure, but " + got);
      } else if (!call.answer().isIt(got)) {
        problems.add("another answer: " + got);
      }
    } catch (InvocationTargetException | ExecutionException e) {
      judge(call, e.getCause(), problems);
    } finally {
      ((AutoCloseable) client).close();
    }
    if (decompression.seen.get() > 1) {
      problems.add("a reader interceptor saw " + decompression.seen + " answers");
    }
    if (refusals.seen.get() != (call.outcome() == Outcome.REFUSED_TWICE ? 1 : 0)) {
      problems.add("an exception mapper saw " + refusals.seen + " answers");
    }
    if (compression.seen.get() > 1) {
      problems.add("a writer interceptor saw " + compression.seen + " bodies");
    }
    compare(call, number, problems);
    return String.join("; ", problems);
  }

  private static Object invoke(Object client, Call call) throws Exception {
    Method method = client.getClass().getInterfaces()[0].getMethods()[0];
    for (Class<?> type : client.getClass().getInterfaces()) {
      for (Method each : type.getMethods()) {
        method = each.getName().equals("call") ? each : method;
      }
    }
    method.setAccessible(true);
    Object got =
        call.body() == Body.NONE
            ? method.invoke(client)
            : method.invoke(client, call.body().value());
    if (got instanceof Publisher<?> publisher) {
      return all(publisher).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
    if (got instanceof CompletionStage<?> stage) {
      return stage.toCompletableFuture().get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
    return got;
  }

  private static CompletableFuture<List<Object>> all(Publisher<?> publisher) {
    CompletableFuture<List<Object>> all = new CompletableFuture<>();
    List<Object> items = new ArrayList<>();
    publisher.subscribe(
        new Subscriber<Object>() {
          @Override
          public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(Object item) {
            items.add(item);
          }

          @Override
          public void onError(Throwable failure) {
            all.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {
            all.complete(items);
          }
        });
    return all;
  }

  private static void judge(Call call, Throwable failure, List<String> problems) {
    WebApplicationException answered = answered(failure);
    if (call.outcome() == Outcome.ANSWERED) {
      problems.add("failed: " + failure);
    } else if (call.outcome() == Outcome.REFUSED_TWICE) {
      if (answered == null) {
        problems.add("no 401, but " + failure);
        return;
      }
      Response response = answered.getResponse();
      if (response.getStatus() != 401) {
        problems.add("status " + response.getStatus());
      }
      if (!"2".equals(response.getHeaderString(RefusingApi.ATTEMPT))) {
        problems.add("not the second 401 but " + response.getHeaderString(RefusingApi.ATTEMPT));
      }
    } else if (answered != null) {
      problems.add("the first 401 in place of the failure: " + failure);
    }
  }

  private static WebApplicationException answered(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof WebApplicationException answered) {
        return answered;
      }
    }
    return null;
  }

  /** Compares the second request with the first, and both with what was to be sent. */
  private void compare(Call call, String number, List<String> problems) throws IOException {
    Received first = received(number, 1);
    Received second = received(number, 2);
    if (first == null || second == null) {
      problems.add("not sent again");
      return;
    }
    // The HTTP engines of some runtimes repeat a GET by themselves when the connection breaks.
    if (received(number, 3) != null && call.outcome() != Outcome.RESET) {
      problems.add("sent a third time");
    }
    if (!call.body().isReceived(first.body)) {
      problems.add("the first body is not what the caller sent: " + first.body.length + " bytes");
    }
    if (!Arrays.equals(first.body, second.body)) {
      problems.add("the second body differs from the first: " + second.body.length + " bytes");
    }
    if (!"[Bearer token-1]".equals(first.headers.remove("authorization"))
        || !"[Bearer token-2]".equals(second.headers.remove("authorization"))) {
      problems.add("not the first token and then another");
    }
    // How a body is framed is the connection's matter, not the request's.
    for (String framing : List.of("content-length", "transfer-encoding", "connection")) {
      first.headers.remove(framing);
      second.headers.remove(framing);
    }
    if (!first.headers.equals(second.headers)) {
      problems.add("other headers: " + first.headers + " and then " + second.headers);
    }
  }

  private record Received(byte[] body, Map<String, String> headers) {}

  private Received received(String number, int attempt) throws IOException {
    URI address = api.resolve("/received/" + number + "/" + attempt);
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(10_000);
    connection.setReadTimeout(10_000);
    if (connection.getResponseCode() == 404) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, List<String>> header : connection.getHeaderFields().entrySet()) {
      if (header.getKey() != null && header.getKey().startsWith("Received-")) {
        headers.put(
            header.getKey().substring("Received-".length()).toLowerCase(java.util.Locale.ROOT),
            header.getValue().toString());
      }
    }
    try (InputStream body = connection.getInputStream()) {
      return new Received(body.readAllBytes(), headers);
    }
  }

  private static String shape(Call call) {
    return call.body() + "_" + call.answer() + (call.later() ? "_LATER" : "");
  }

  private static Class<?> make(Call call) {
    TypeDescription.Generic plain = call.answer().type;
    TypeDescription.Generic promised = plain.represents(void.class) ? Shape.of(Void.class) : plain;
    boolean events = call.answer() == Answer.EVENTS;
    TypeDescription.Generic returned = call.later() && !events ? Shape.later(promised) : plain;
    DynamicType.Builder.MethodDefinition.ParameterDefinition<?> method =
        new ByteBuddy()
            .makeInterface()
            .name("io.mpoauth2.it.retry.made." + shape(call))
            .annotateType(text(Path.class, "/"))
            .defineMethod("call", returned, Visibility.PUBLIC);
    return (call.body() == Body.NONE
            ? method
                .withoutCode()
                .annotateMethod(mark(GET.class), texts(Produces.class, call.answer().mediaType))
            : method
                .withParameter(call.body().type, "body")
                .withoutCode()
                .annotateMethod(
                    mark(POST.class),
                    texts(Consumes.class, call.body().mediaType),
                    texts(Produces.class, call.answer().mediaType)))
        .make()
        .load(Caller.class.getClassLoader())
        .getLoaded();
  }

  private static AnnotationDescription mark(Class<? extends Annotation> type) {
    return AnnotationDescription.Builder.ofType(type).build();
  }

  private static AnnotationDescription text(Class<? extends Annotation> type, String value) {
    return AnnotationDescription.Builder.ofType(type).define("value", value).build();
  }

  private static AnnotationDescription texts(Class<? extends Annotation> type, String value) {
    return AnnotationDescription.Builder.ofType(type).defineArray("value", value).build();
  }
}
