package org.jboss.resteasy.reactive.client;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;

/** A form as Quarkus REST has it; by the name the filter knows it. */
public final class QuarkusMultipartForm implements Iterable<QuarkusMultipartForm.Part> {
  private final List<Part> parts;

  public QuarkusMultipartForm(Part... parts) {
    this.parts = List.of(parts);
  }

  @Override
  public Iterator<Part> iterator() {
    return parts.iterator();
  }

  /**
   * A part: an object of some type, or one that others publish.
   *
   * @param getType null for texts and files
   */
  public record Part(Class<?> getType, Flow.Publisher<Byte> multiByteContent) {}
}
