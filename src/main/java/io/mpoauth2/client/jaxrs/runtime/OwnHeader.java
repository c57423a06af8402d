package io.mpoauth2.client.jaxrs.runtime;

import java.util.ArrayList;
import java.util.List;

/** The values of a header that we set, which are known by their class where they stay behind. */
final class OwnHeader extends ArrayList<Object> {
  private static final long serialVersionUID = 1L;

  private final String value;

  OwnHeader(String value) {
    super(List.of(value));
    this.value = value;
  }

  /** Says whether nobody has put another value into the list since. */
  boolean isAsItWas() {
    return size() == 1 && value.equals(get(0));
  }
}
