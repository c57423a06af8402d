package org.jboss.resteasy.reactive.client;

import jakarta.ws.rs.client.Entity;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.client.handlers.ClientRequestFilterRestHandler;

/** The handlers that a request of Quarkus REST goes through, and how far it has come. */
public final class FakeChain {
  /** What a failure, a 401 for example, makes of the chain. */
  private static final Object[] ABORTED = {"response filter", "failure"};

  private Object[] handlers = {
    new ClientRequestFilterRestHandler("first filter"),
    new ClientRequestFilterRestHandler("our filter"),
    new ClientRequestFilterRestHandler("filter behind ours"),
    "send",
    "response filter"
  };
  private Object[] abortHandlers = ABORTED;
  private int position = 2;
  private boolean abortHandlerChainStarted;
  private boolean answeredByFilter;
  private boolean failing;
  private Entity<?> entity;

  /** Goes on as after an answer that is an error. */
  void abort() {
    handlers = ABORTED;
    position = 1;
    abortHandlerChainStarted = true;
  }

  /** Fails once when it is told where to go. */
  public void fails() {
    failing = true;
  }

  /** Says what will be done next. */
  public List<String> next() {
    return Stream.of(handlers).skip(position).map(Object::toString).toList();
  }

  public Entity<?> getEntity() {
    return entity;
  }

  public FakeChain setEntity(Entity<?> its) {
    entity = its;
    return this;
  }

  public boolean isAbortHandlerChainStarted() {
    return abortHandlerChainStarted;
  }

  /** Says whether a filter gave the answer. */
  public boolean isAborted() {
    return answeredByFilter;
  }

  void answeredByFilter() {
    answeredByFilter = true;
  }

  public Object[] getAbortHandlerChain() {
    return abortHandlers;
  }

  public FakeChain setAbortHandlerChain(Object[] all) {
    abortHandlers = all;
    return this;
  }

  public Object[] getHandlers() {
    return handlers;
  }

  public int getPosition() {
    return position;
  }

  public FakeChain setPosition(int next) {
    if (failing) {
      failing = false;
      throw new IllegalArgumentException("no such place");
    }
    position = next;
    return this;
  }

  public void restart(Object[] all) {
    handlers = all;
    position = 0;
  }

  public void setAbortHandlerChainStarted(boolean started) {
    abortHandlerChainStarted = started;
  }
}
