package io.mpoauth2.it.retry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One case.
 *
 * @param later whether the method gives a promise
 */
public record Call(Body body, Answer answer, boolean later, Outcome outcome) {
  /** One that every runtime can make. */
  public static final Call SIMPLE = new Call(Body.JSON, Answer.STRING, false, Outcome.ANSWERED);

  /** Gives every combination there is. */
  public static List<Call> all() {
    List<Call> all = new ArrayList<>();
    for (Body body : Body.values()) {
      for (Answer answer : Answer.values()) {
        for (Outcome outcome : Outcome.values()) {
          if (answer.isAwaited()) {
            all.add(new Call(body, answer, false, outcome));
          }
          if (answer.isPromised()) {
            all.add(new Call(body, answer, true, outcome));
          }
        }
      }
    }
    return all;
  }

  /** Gives what it is called in the table. */
  public String title() {
    return words(body)
        + " → "
        + words(answer)
        + (!answer.isAwaited() ? "" : later ? ", later" : ", at once")
        + ": "
        + outcome.title;
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
