package io.mpoauth2.benchmarks.contender;

/** Something that keeps the token of one OAuth 2.0 client. Thread-safe. */
public interface Contender extends AutoCloseable {

  /** Gives a token as an application would have it before each call. */
  String token();

  /** Gives another token than the one that an API refused, by the best way there is. */
  String replace(String rejected);

  @Override
  void close();
}
