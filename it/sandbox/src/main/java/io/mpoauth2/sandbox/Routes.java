package io.mpoauth2.sandbox;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.jspecify.annotations.Nullable;

/**
 * Finds the endpoint for a method and path: 404 where the path, 405 where the method is unknown.
 */
final class Routes implements Endpoint {
  private final PathMappings<Map<String, Endpoint>> paths = new PathMappings<>();

  Routes on(String method, String template, Endpoint endpoint) {
    UriTemplatePathSpec spec = new UriTemplatePathSpec(template);
    @Nullable Map<String, Endpoint> methods = paths.get(spec);
    if (methods == null) {
      methods = new TreeMap<>();
      paths.put(spec, methods);
    }
    methods.put(method, endpoint);
    return this;
  }

  @Override
  public Answer answer(Call call) {
    try {
      return find(call);
    } catch (Problem problem) {
      return problem.answer();
    }
  }

  private Answer find(Call call) {
    @Nullable MatchedResource<Map<String, Endpoint>> match = paths.getMatched(call.path());
    if (match == null) {
      throw new Problem(404, "There is nothing at " + call.path());
    }
    Map<String, Endpoint> methods = match.getResource();
    Endpoint endpoint = methods.get(call.method());
    if (endpoint == null) {
      return new Problem(405, "This path does not know " + call.method())
          .answer()
          .header("Allow", String.join(", ", methods.keySet()));
    }
    UriTemplatePathSpec template = (UriTemplatePathSpec) match.getPathSpec();
    return endpoint.answer(call.with(template.getPathParams(call.path())));
  }
}
