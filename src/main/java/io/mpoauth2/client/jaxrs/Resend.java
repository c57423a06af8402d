package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same request once more, with another token. */
final class Resend {
  /** A first answer larger than this is not read to its end just to be thrown away. */
  private static final int LARGEST_DRAINED = 1 << 20;

  private final Client client;
  private final URI uri;
  private final String method;
  private final MultivaluedMap<String, Object> headers;
  private final byte @Nullable [] body;

  private Resend(
      Client client,
      URI uri,
      String method,
      MultivaluedMap<String, Object> headers,
      byte @Nullable [] body) {
    this.client = client;
    this.uri = uri;
    this.method = method;
    this.headers = headers;
    this.body = body;
  }

  /**
   * Gives the request as it went out, but for the token; null, and said, where it can't be. The
   * client is one that {@link ResteasyEngine} knows.
   */
  static @Nullable Resend prepare(
      ClientBinding binding,
      Attempt attempt,
      ClientRequestContext request,
      Client users,
      AccessToken other) {
    byte[] body = attempt.body == null ? null : attempt.body.bytes();
    if (attempt.body != null && body == null) {
      binding.declined(
          attempt.token,
          "resend",
          "its body is larger than "
              + binding.property("replay-buffer")
              + " and was not kept; the next call has a new token");
      return null;
    }
    if (attempt.body == null && request.hasEntity()) {
      binding.declined(
          attempt.token,
          "resend",
          "its body, or the stream that it went through, is another filter's");
      return null;
    }
    MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
    boolean typed = false;
    for (Map.Entry<String, List<Object>> header : request.getHeaders().entrySet()) {
      String name = header.getKey();
      typed |= name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
      if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)
          && !name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION)) {
        headers.put(name, new ArrayList<>(header.getValue()));
      }
    }
    if (body != null && !typed) {
      binding.declined(
          attempt.token, "resend", "the type of its body is nowhere to be seen after it was sent");
      return null;
    }
    headers.putSingle(HttpHeaders.AUTHORIZATION, binding.share(other).authorization);
    Client client = client(binding, users);
    if (client == null) {
      binding.declined(attempt.token, "resend", "this RESTEasy is not like the known ones");
      return null;
    }
    return new Resend(client, request.getUri(), request.getMethod(), headers, body);
  }

  /** Gives the client that the resend goes through. */
  private static @Nullable Client client(ClientBinding binding, Client users) {
    Client known = binding.resender;
    if (known == null || !ResteasyEngine.isShared(known, users)) {
      known = ResteasyEngine.clientOver(users, binding.log);
      binding.resender = known;
    }
    return known;
  }

  /** Makes a request exactly this one, whatever filters of the class path did to it. */
  void restore(ClientRequestContext request) {
    request.setUri(uri);
    request.getHeaders().clear();
    request.getHeaders().putAll(headers);
  }

  /**
   * Sends the request and puts its answer in the place of the first one.
   *
   * @return false if the first answer is too large to be put away; it stays as it was
   * @throws ProcessingException if there is no answer: the caller must get this and not the 401,
   *     because the request may have got through
   */
  boolean into(ClientResponseContext response) throws IOException {
    if (!drain(response)) {
      return false;
    }
    Response second = invocation().invoke();
    response.setStatusInfo(second.getStatusInfo());
    Map<String, List<String>> headers = new HashMap<>(second.getStringHeaders());
    InputStream entity = entityOf(second);
    response.getHeaders().clear();
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      // Without an entity, a type would make RESTEasy take the empty stream for one.
      if (entity != null || !header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
        response.getHeaders().put(header.getKey(), new ArrayList<>(header.getValue()));
      }
    }
    // Never null: Jakarta REST does not say what that would mean.
    response.setEntityStream(entity == null ? InputStream.nullInputStream() : entity);
    return true;
  }

  private Invocation invocation() {
    Invocation.Builder builder = client.target(uri).request().property(Attempt.PROPERTY, this);
    return body == null
        ? builder.build(method)
        : builder.build(method, Entity.entity(body, mediaType()));
  }

  private MediaType mediaType() {
    Object type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    if (type instanceof MediaType mediaType) {
      return mediaType;
    }
    return MediaType.valueOf(String.valueOf(type));
  }

  /**
   * Reads the first answer to its end, so that its connection is free before the second request
   * needs one. It is not closed: RESTEasy would then refuse to read the second answer.
   */
  private static boolean drain(ClientResponseContext response) throws IOException {
    InputStream first = response.getEntityStream();
    if (first == null) {
      return true;
    }
    byte[] start = first.readNBytes(LARGEST_DRAINED);
    if (start.length < LARGEST_DRAINED) {
      return true;
    }
    response.setEntityStream(new SequenceInputStream(new ByteArrayInputStream(start), first));
    return false;
  }

  /** Gives the second answer's body, null if it has none; closing it closes the second answer. */
  private static @Nullable InputStream entityOf(Response second) {
    InputStream body = null;
    if (second.getStatus() != 204 && second.getStatus() != 304) {
      try {
        body = second.readEntity(InputStream.class);
      } catch (ProcessingException | IllegalStateException e) {
        // How RESTEasy says that there is none, after HEAD for example.
      }
    }
    if (body == null) {
      second.close();
      return null;
    }
    return body;
  }
}
