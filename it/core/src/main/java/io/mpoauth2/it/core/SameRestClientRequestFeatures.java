package io.mpoauth2.it.core;

import java.util.List;

/** The second request is the first one, with MicroProfile clients as people have them. */
public abstract class SameRestClientRequestFeatures extends SameRequest
    implements CallRows, BodyRows, FilterRows, RefusalRows, TimeoutRows, RestClientRows {
  @Override
  final List<Subject> subjects() {
    return List.of(new RestClientSubject());
  }
}
