package org.jboss.resteasy.reactive.client;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A request of Quarkus REST as far as our filter goes; in this package, because by it the filter
 * knows what it deals with.
 */
public final class FakeRequestContext implements ClientRequestContext {
  private final Client client = ClientBuilder.newClient();
  private final Map<String, Object> properties = new HashMap<>();
  private final MultivaluedMap<String, Object> headers;
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final FakeChain chain = new FakeChain();
  private final CountDownLatch over = new CountDownLatch(1);

  /** Makes the first request of an invocation. */
  public FakeRequestContext() {
    this(new MultivaluedHashMap<>());
  }

  private FakeRequestContext(MultivaluedMap<String, Object> headers) {
    this.headers = headers;
  }

  /** Gives the request of the same invocation made again: it has the headers, and no properties. */
  public FakeRequestContext again() {
    return new FakeRequestContext(headers);
  }

  /** Says what it was told: suspended, resumed, or failed with something. */
  public List<String> events() {
    return events;
  }

  /** Waits until it was resumed or failed. */
  public void awaitItsEnd() throws InterruptedException {
    if (!over.await(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it is put aside for ever");
    }
  }

  /** Gives what Quarkus has behind a request. */
  public FakeChain getRestClientRequestContext() {
    return chain;
  }

  /** Goes on as after an answer that is an error. */
  public FakeRequestContext answered() {
    chain.abort();
    return this;
  }

  /** Goes on as after a filter behind ours that answered in the API's place. */
  public FakeRequestContext answeredByFilter() {
    chain.answeredByFilter();
    return answered();
  }

  public void suspend() {
    events.add("suspended");
  }

  public void resume() {
    events.add("resumed");
    over.countDown();
  }

  public void resume(Throwable failure) {
    events.add("failed: " + failure.getMessage());
    over.countDown();
  }

  @Override
  public Object getProperty(String name) {
    return properties.get(name);
  }

  @Override
  public void setProperty(String name, Object value) {
    properties.put(name, value);
  }

  @Override
  public void removeProperty(String name) {
    properties.remove(name);
  }

  @Override
  public Collection<String> getPropertyNames() {
    return properties.keySet();
  }

  @Override
  public URI getUri() {
    return URI.create("https://api.example/documents");
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public MultivaluedMap<String, Object> getHeaders() {
    return headers;
  }

  @Override
  public String getHeaderString(String name) {
    Object value = headers.getFirst(name);
    return value == null ? null : value.toString();
  }

  @Override
  public boolean hasEntity() {
    return chain.getEntity() != null;
  }

  @Override
  public Client getClient() {
    return client;
  }

  @Override
  public Configuration getConfiguration() {
    return client.getConfiguration();
  }

  @Override
  public MultivaluedMap<String, String> getStringHeaders() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setUri(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setMethod(String method) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Date getDate() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Locale getLanguage() {
    throw new UnsupportedOperationException();
  }

  @Override
  public MediaType getMediaType() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<MediaType> getAcceptableMediaTypes() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Locale> getAcceptableLanguages() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, Cookie> getCookies() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object getEntity() {
    return hasEntity() ? chain.getEntity().getEntity() : null;
  }

  @Override
  public Class<?> getEntityClass() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Type getEntityType() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setEntity(Object itsEntity) {
    chain.setEntity(Entity.text(itsEntity));
  }

  @Override
  public void setEntity(Object itsEntity, Annotation[] annotations, MediaType mediaType) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Annotation[] getEntityAnnotations() {
    throw new UnsupportedOperationException();
  }

  @Override
  public OutputStream getEntityStream() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setEntityStream(OutputStream outputStream) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void abortWith(Response response) {
    throw new UnsupportedOperationException();
  }
}
