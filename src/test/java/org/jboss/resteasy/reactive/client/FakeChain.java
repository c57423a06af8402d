package org.jboss.resteasy.reactive.client;

import jakarta.ws.rs.client.Entity;
import java.util.List;

/** The handlers that a request of Quarkus REST goes through, and how far it has come. */
public final class FakeChain {
  /** What a failure, a 401 for example, makes of the chain. */
  private static final String[] ABORTED = {"response filter", "failure"};

  private String[] handlers = {"first filter", "our filter", "send", "response filter"};
  private int position = 2;
  private boolean abortHandlerChainStarted;
  private boolean answeredByFilter;
  private Entity<?> entity;

  /** Goes on as after an answer that is an error. */
  void abort() {
    handlers = ABORTED;
    position = 1;
    abortHandlerChainStarted = true;
  }

  /** Says what will be done next. */
  public List<String> next() {
    return List.of(handlers).subList(position, handlers.length);
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

  public String[] getHandlers() {
    return handlers;
  }

  public int getPosition() {
    return position;
  }

  public FakeChain setPosition(int next) {
    position = next;
    return this;
  }

  public void restart(String[] all) {
    handlers = all;
    position = 0;
  }

  public void setAbortHandlerChainStarted(boolean started) {
    abortHandlerChainStarted = started;
  }
}
