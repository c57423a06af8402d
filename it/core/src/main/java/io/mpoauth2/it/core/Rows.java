package io.mpoauth2.it.core;

import io.mpoauth2.it.core.api.Calls;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Consumer;

/** What a row of the matrix can ask for; each of its tests is a row. */
interface Rows {
  /** A client without anything but our filter. */
  Consumer<Stage> BARE = stage -> {};

  /**
   * Makes a call without a 401, then with one in between. The requests at the API are equal but for
   * the token, and what the user's code saw is equal too. Where the runtime's project says why it
   * cannot be ({@code runtime.cannot.resend.<test>}), the refusal comes as it is, and the log has
   * that reason.
   */
  void assertSame(Consumer<Stage> setUp, Call call);

  /** As {@link #assertSame}; but the refusal may come as it is, on every runtime. */
  void assertSameOrRefused(Consumer<Stage> setUp, Call call);

  /** The API takes the second request and does not answer it: the call ends all the same. */
  void assertTimesOut(Consumer<Stage> setUp, Call call);

  /** The refusal of a request without our token comes as it is, and nothing is logged. */
  void assertLeftAlone(Call call);

  /** Gives a setting of the runtime's project about its client; the row is left out without it. */
  String setting(String name);

  /** Gives the reason for what the runtime cannot do besides. */
  Optional<String> cannot(String what);

  /** Has large bodies sent in chunks. */
  WebTarget inChunks(WebTarget target);

  /** A call of the user's. */
  @FunctionalInterface
  interface Call {
    Response make(Calls calls);
  }
}
