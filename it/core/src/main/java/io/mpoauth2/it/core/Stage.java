package io.mpoauth2.it.core;

import jakarta.ws.rs.client.Client;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a row of the matrix is set up with.
 *
 * @param api what is called
 * @param client the user's, to be made as people have it
 * @param seen what the user's code saw, in its order
 */
record Stage(LoopbackApi api, Client client, List<String> seen) {
  Stage(LoopbackApi api, Client client) {
    this(api, client, Collections.synchronizedList(new ArrayList<>()));
  }

  /** To be called by what the user has in his client. */
  void saw(String what) {
    seen.add(what);
  }

  /** Gives what was seen since the last time. */
  List<String> seenSince() {
    List<String> since = List.copyOf(seen);
    seen.clear();
    return since;
  }
}
