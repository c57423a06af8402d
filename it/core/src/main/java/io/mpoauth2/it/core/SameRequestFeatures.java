package io.mpoauth2.it.core;

import jakarta.ws.rs.client.ClientBuilder;
import java.util.List;
import java.util.stream.Stream;

/** The second request is the first one, with plain clients as people have them. */
public abstract class SameRequestFeatures extends SameRequest
    implements CallRows, BodyRows, FilterRows, RefusalRows, TimeoutRows, PlainRows {
  /**
   * Gives what makes a client without any filter.
   *
   * @return a new one
   */
  protected ClientBuilder newBuilder() {
    return ClientBuilder.newBuilder();
  }

  @Override
  final List<Subject> subjects() {
    return Stream.of(PlainSubject.Place.values())
        .map(place -> (Subject) new PlainSubject(newBuilder(), place))
        .toList();
  }
}
