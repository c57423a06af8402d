package io.mpoauth2.benchmarks.endpoint;

/** What may be wrong with a token endpoint. */
public enum Fault {
  /** It answers 503 at once. */
  UNAVAILABLE("503"),

  /** It reads the request and resets the connection. */
  RESET("reset"),

  /** It reads the request and says nothing. */
  HANG("hang"),

  /** Nobody listens at its port, so nobody can count the requests either. */
  REFUSE("refuse"),

  /** It answers with a byte a second, so that no pause between two bytes is ever long. */
  DRIP("drip");

  private final String title;

  Fault(String title) {
    this.title = title;
  }

  /** Gives the name in the report. */
  public String title() {
    return title;
  }
}
