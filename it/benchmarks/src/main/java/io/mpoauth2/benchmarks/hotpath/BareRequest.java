package io.mpoauth2.benchmarks.hotpath;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
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

/**
 * A GET without a runtime around it, whose own work would drown a filter's. What a filter may ask
 * of it, it answers as the runtimes do.
 */
final class BareRequest implements ClientRequestContext {
  private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
  private final Map<String, Object> properties = new HashMap<>();
  private final Map<String, Object> runtimes;
  private final Configuration configuration;
  private URI uri = URI.create("https://api.example.com/signature/documents/contract-1?full=true");
  private String method = "GET";

  BareRequest() {
    this(Map.of(), Map.of());
  }

  /**
   * Makes a request of a MicroProfile client.
   *
   * @param runtimes properties that the runtime has set before any filter
   * @param clients properties of the client
   */
  BareRequest(Map<String, Object> runtimes, Map<String, Object> clients) {
    this.runtimes = runtimes;
    this.configuration = new BareConfiguration(clients);
    headers.putSingle(HttpHeaders.ACCEPT, "application/json");
  }

  /** Gives the header that was added, and is a new request again. */
  Object takeAuthorization() {
    if (!properties.isEmpty()) {
      properties.clear();
    }
    return headers.remove(HttpHeaders.AUTHORIZATION);
  }

  @Override
  public Object getProperty(String name) {
    Object own = properties.get(name);
    return own == null ? runtimes.get(name) : own;
  }

  @Override
  public Collection<String> getPropertyNames() {
    return properties.keySet();
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
  public URI getUri() {
    return uri;
  }

  @Override
  public void setUri(URI uri) {
    this.uri = uri;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public void setMethod(String method) {
    this.method = method;
  }

  @Override
  public MultivaluedMap<String, Object> getHeaders() {
    return headers;
  }

  @Override
  public MultivaluedMap<String, String> getStringHeaders() {
    MultivaluedMap<String, String> strings = new MultivaluedHashMap<>();
    headers.forEach(
        (name, values) -> strings.put(name, values.stream().map(String::valueOf).toList()));
    return strings;
  }

  @Override
  public String getHeaderString(String name) {
    List<Object> values = headers.get(name);
    if (values == null) {
      return null;
    }
    return String.join(",", values.stream().map(String::valueOf).toList());
  }

  @Override
  public Date getDate() {
    return null;
  }

  @Override
  public Locale getLanguage() {
    return null;
  }

  @Override
  public MediaType getMediaType() {
    return null;
  }

  @Override
  public List<MediaType> getAcceptableMediaTypes() {
    return List.of(MediaType.APPLICATION_JSON_TYPE);
  }

  @Override
  public List<Locale> getAcceptableLanguages() {
    return List.of();
  }

  @Override
  public Map<String, Cookie> getCookies() {
    return Map.of();
  }

  @Override
  public boolean hasEntity() {
    return false;
  }

  @Override
  public Object getEntity() {
    return null;
  }

  @Override
  public Class<?> getEntityClass() {
    return null;
  }

  @Override
  public Type getEntityType() {
    return null;
  }

  @Override
  public void setEntity(Object entity) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setEntity(Object entity, Annotation[] annotations, MediaType mediaType) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Annotation[] getEntityAnnotations() {
    return new Annotation[0];
  }

  @Override
  public OutputStream getEntityStream() {
    return null;
  }

  @Override
  public void setEntityStream(OutputStream stream) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Client getClient() {
    return null;
  }

  @Override
  public Configuration getConfiguration() {
    return configuration;
  }

  @Override
  public void abortWith(Response response) {
    throw new UnsupportedOperationException();
  }
}
