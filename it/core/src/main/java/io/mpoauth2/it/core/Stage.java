package io.mpoauth2.it.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.it.core.LoopbackApi.Arrived;
import jakarta.ws.rs.Priorities;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a row of the matrix is set up with. The row also says here how one sees that its set-up did
 * something: else what it shows would be shown of a client without it. No record: what is
 * registered may hold it, and has to be the same thing for a runtime's maps however much was seen
 * meanwhile.
 */
final class Stage {
  /** Our own filter has {@code USER + 1000}. */
  private static final int BEHIND = Priorities.USER + 2000;

  private final LoopbackApi api;
  private final Subject subject;
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final List<String> showing = new ArrayList<>();
  private final List<Consumer<Arrived>> arriving = new ArrayList<>();

  Stage(LoopbackApi api, Subject subject) {
    this.api = api;
    this.subject = subject;
  }

  /** Gives what is called. */
  LoopbackApi api() {
    return api;
  }

  /** Gives the user's client, to be made as people have it. */
  Subject subject() {
    return subject;
  }

  /** Registers something of the user's. */
  Stage with(Object component) {
    subject.client().register(component);
    return this;
  }

  /** Registers something of the user's that runs behind our filter, before it with answers. */
  Stage withBehind(Object component) {
    subject.client().register(component, BEHIND);
    return this;
  }

  /** Sets a property of the client. */
  Stage having(String property, Object value) {
    subject.client().property(property, value);
    return this;
  }

  /** Has filters and a reader interceptor look on, which no runtime minds. */
  Stage watched() {
    return with(new Watching(this))
        .showing("request")
        .showing("answer 200 X-Accepted")
        .showing("read");
  }

  /** To be called by what the user has in his client. */
  void saw(String what) {
    seen.add(what);
  }

  /** Gives what was seen since the last time. */
  List<String> seenSince() {
    synchronized (seen) {
      List<String> since = List.copyOf(seen);
      seen.clear();
      return since;
    }
  }

  /** The user's code has to see this in each call. */
  Stage showing(String what) {
    showing.add(what);
    return this;
  }

  /** Each request has to arrive like this. */
  Stage arriving(Consumer<Arrived> check) {
    arriving.add(check);
    return this;
  }

  /** Each request has to arrive with this header. */
  Stage arrivingWith(String header, String... values) {
    return arriving(arrived -> arrived.assertHas(header, values));
  }

  /** Each request has to arrive with this body, a character for each byte. */
  Stage arrivingAs(String body) {
    return arriving(arrived -> arrived.assertBody(body));
  }

  /** The set-up has to show in a call without a 401. */
  void assertActs(Outcome call) {
    assertThat(call.seen()).as("that the set-up does something").containsAll(showing);
    arriving.forEach(check -> check.accept(api.arrived().get(0)));
  }
}
