package io.mpoauth2.client.jaxrs.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.FakeApi.Received;
import io.mpoauth2.client.testing.NumberedTokens;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over RESTEasy the second request is the first one, whatever the user's code does to it. */
class ResteasySameRequestTest {
  private static final int BEHIND = Priorities.USER + 2000;

  private final FakeApi api =
      new FakeApi().answers(Answer.unauthorized("Bearer error=\"invalid_token\""));
  private final NumberedTokens tokens = new NumberedTokens();
  private Client client = withFilter(ClientBuilder.newClient());

  @AfterEach
  void close() {
    client.close();
    api.close();
  }

  @Test
  void body_that_a_filter_before_ours_encrypts_is_sent_again_as_it_went_over_the_wire() {
    client.register((ClientRequestFilter) ResteasySameRequestTest::encrypt, 1);

    assertSentTwice("ifmmp");
  }

  @Test
  void body_that_a_filter_behind_ours_encrypts_is_sent_again_as_it_went_over_the_wire() {
    client.register((ClientRequestFilter) ResteasySameRequestTest::encrypt, BEHIND);

    assertSentTwice("ifmmp");
  }

  @Test
  void interceptor_of_the_class_path_acts_once(@TempDir Path classPath) throws IOException {
    client.close();
    client = withFilter(clientOf(classPath, Appending.class));

    assertSentTwice("hello!");
  }

  @Test
  void chunked_body_is_sent_again_in_chunks() {
    Invocation post = client.target(api.uri()).request().buildPost(Entity.text("hello"));
    ((ClientInvocation) post).setChunked(true);

    assertThat(status(post)).isEqualTo(200);

    assertSentTwice(api.requests(), "hello");
    assertThat(api.requests().get(1).header("transfer-encoding")).isEqualTo("chunked");
    assertThat(api.requests().get(1).header("content-length")).isNull();
  }

  @Test
  void values_of_a_header_keep_their_order() {
    Invocation get =
        client
            .target(api.uri())
            .request()
            .header("X-Mine", "b")
            .header("X-Mine", "a")
            .header("X-Mine", 3)
            .buildGet();

    assertThat(status(get)).isEqualTo(200);

    assertSentTwice(api.requests(), "");
    assertThat(api.requests().get(1).header("x-mine")).isEqualTo("b | a | 3");
  }

  @Test
  void answer_to_head_keeps_its_type() {
    try (FakeApi quiet =
            new FakeApi().answers(new Answer(401, Map.of(), "")).alwaysAnswers(Answer.of(200, ""));
        Response answer = client.target(quiet.uri()).request().head()) {
      assertThat(answer.getStatus()).isEqualTo(200);
      assertThat(answer.getMediaType()).isEqualTo(MediaType.TEXT_PLAIN_TYPE);
      assertThat(answer.hasEntity()).isFalse();
    }
  }

  @Test
  void status_that_has_no_name_is_not_called_unauthorized() {
    api.alwaysAnswers(Answer.of(299, "fine"));

    assertThat(reason()).isEqualTo(reason()).isNotEqualTo("Unauthorized");
    assertThat(api.requests()).hasSize(3);
  }

  @Test
  void post_that_may_have_been_accepted_before_a_redirect_is_not_sent_again() {
    client.close();
    client =
        withFilter(
            ((ResteasyClientBuilder) ClientBuilder.newBuilder()).setFollowRedirects(true).build());
    try (FakeApi moving =
            new FakeApi()
                .answers(
                    new Answer(303, Map.of("Location", List.of("/moved")), ""),
                    Answer.unauthorized("Bearer"))
                .alwaysAnswers(Answer.of(200, "fine"));
        Response answer = client.target(moving.uri()).request().post(Entity.text("hello"))) {
      assertThat(answer.getStatus()).isEqualTo(401);
      assertThat(moving.requests()).extracting(Received::method).containsExactly("POST", "GET");
    }
  }

  @Test
  void request_that_was_never_sent_is_not_sent_again() {
    client.register(
        (ClientRequestFilter) request -> request.abortWith(Response.status(401).build()), BEHIND);

    assertThat(status(client.target(api.uri()).request().buildPost(Entity.text("hello"))))
        .isEqualTo(401);

    assertThat(api.requests()).isEmpty();
  }

  private void assertSentTwice(String body) {
    assertThat(status(client.target(api.uri()).request().buildPost(Entity.text("hello"))))
        .isEqualTo(200);

    assertSentTwice(api.requests(), body);
  }

  private static void assertSentTwice(List<Received> requests, String body) {
    assertThat(requests)
        .extracting(request -> request.header("authorization"))
        .containsExactly("Bearer token-1", "Bearer token-2");
    requests.forEach(request -> request.headers().remove("authorization"));
    assertThat(requests.get(1)).isEqualTo(requests.get(0));
    assertThat(requests.get(1).body()).isEqualTo(body);
  }

  private static int status(Invocation invocation) {
    try (Response answer = invocation.invoke()) {
      return answer.getStatus();
    }
  }

  private String reason() {
    try (Response answer = client.target(api.uri()).request().get()) {
      return answer.getStatusInfo().getReasonPhrase();
    }
  }

  private Client withFilter(Client any) {
    return any.register(new BearerTokenFilter(tokens));
  }

  /** Gives a client of an application that has a provider on its class path. */
  private static Client clientOf(Path classPath, Class<?> provider) throws IOException {
    Path services = Files.createDirectories(classPath.resolve("META-INF/services"));
    Files.writeString(services.resolve("jakarta.ws.rs.ext.Providers"), provider.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader application =
        new URLClassLoader(new URL[] {classPath.toUri().toURL()}, before)) {
      thread.setContextClassLoader(application);
      return ClientBuilder.newClient();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void encrypt(ClientRequestContext request) {
    request.setEntityStream(
        new FilterOutputStream(request.getEntityStream()) {
          @Override
          public void write(int b) throws IOException {
            out.write(b + 1);
          }
        });
  }

  /** Adds something to each body. */
  public static final class Appending implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      OutputStream out = context.getOutputStream();
      context.proceed();
      out.write('!');
    }
  }
}
