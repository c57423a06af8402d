package io.mpoauth2.it;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Refuses each call once, told apart by a header, then accepts it, whatever its token. */
final class RefusingOnce implements WireApi.Answering {
  static final String CALL = "X-Call";

  private final WireApi api;
  private final boolean early;
  private final int size;
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final List<Integer> cut = new CopyOnWriteArrayList<>();

  /**
   * Makes one.
   *
   * @param early whether it refuses a call before it has read its body
   * @param size of each body in bytes
   */
  RefusingOnce(WireApi api, boolean early, int size) {
    this.api = api;
    this.early = early;
    this.size = size;
  }

  /** The lengths of accepted bodies that were not whole. */
  List<Integer> cut() {
    return List.copyOf(cut);
  }

  @Override
  public void answer(WireApi.Exchange exchange) throws IOException {
    if (refused.add(exchange.header(CALL.toLowerCase()))) {
      if (!early) {
        exchange.readBody();
      }
      exchange.refuse();
    } else {
      exchange.readBody();
      if (exchange.bodyLength() != size) {
        cut.add(exchange.bodyLength());
      }
      exchange.send("200 OK", "", WireApi.ACCEPTED);
    }
    exchange.readBody();
    api.forgetRequests();
  }
}
