package org.jboss.resteasy.reactive.client.impl.multipart;

import java.util.Iterator;
import java.util.List;

/** A form as Quarkus REST has it; by the name the filter knows it. */
public final class QuarkusMultipartForm implements Iterable<QuarkusMultipartFormDataPart> {
  private final List<QuarkusMultipartFormDataPart> parts;

  public QuarkusMultipartForm(QuarkusMultipartFormDataPart... parts) {
    this.parts = List.of(parts);
  }

  @Override
  public Iterator<QuarkusMultipartFormDataPart> iterator() {
    return parts.iterator();
  }
}
