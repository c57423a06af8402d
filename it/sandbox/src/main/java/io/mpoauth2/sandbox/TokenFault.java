package io.mpoauth2.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint does instead of its work. Immutable.
 *
 * @param delivery how the answer is delivered; {@link Delivery#DRIP} drips the true answer
 * @param status status of the answer where the delivery is {@link Delivery#WHOLE}, from 200 to 599
 * @param retryAfter value of the {@code Retry-After} header, seconds or a date; null for none
 * @param times how many token requests meet it; {@link #UNTIL_TOLD} by default
 */
public record TokenFault(Delivery delivery, int status, @Nullable String retryAfter, int times) {

  /** The number of {@link #times()} that stands for "until told otherwise". */
  public static final int UNTIL_TOLD = Integer.MAX_VALUE;

  private static final List<String> MEMBERS = List.of("status", "fault", "retryAfter", "times");

  /**
   * Checks the figures.
   *
   * @param delivery how
   * @param status from 200 to 599
   * @param retryAfter null for none
   * @param times at least 1
   * @throws IllegalArgumentException when the status or the number of times is out of range
   */
  public TokenFault {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status must be from 200 to 599: " + status);
    }
    if (times < 1) {
      throw new IllegalArgumentException("times must be at least 1: " + times);
    }
  }

  /**
   * Gives a fault that answers with this status and a body that is no JSON.
   *
   * @param status the status, from 200 to 599
   * @return the fault
   */
  public static TokenFault answering(int status) {
    return new TokenFault(Delivery.WHOLE, status, null, UNTIL_TOLD);
  }

  /**
   * Gives a fault that resets the connection.
   *
   * @return the fault
   */
  public static TokenFault resetting() {
    return delivering(Delivery.RESET);
  }

  /**
   * Gives a fault that never answers.
   *
   * @return the fault
   */
  public static TokenFault hanging() {
    return delivering(Delivery.HANG);
  }

  /**
   * Gives a fault that sends the true answer, but slowly: an access token takes half a minute.
   *
   * @return the fault
   */
  public static TokenFault dripping() {
    return delivering(Delivery.DRIP);
  }

  /**
   * Gives this fault, limited to so many token requests.
   *
   * @param times how many, at least 1
   * @return the limited fault
   */
  public TokenFault times(int times) {
    return new TokenFault(delivery, status, retryAfter, times);
  }

  /**
   * Gives this fault with a {@code Retry-After} header.
   *
   * @param value the header's value, seconds or a date
   * @return the fault with the header
   */
  public TokenFault retryAfter(String value) {
    return new TokenFault(delivery, status, value, times);
  }

  /** Null means "none": an empty object heals the endpoint. */
  static @Nullable TokenFault from(JsonNode json) {
    if (json.isEmpty()) {
      return null;
    }
    if (!json.properties().stream().map(Map.Entry::getKey).allMatch(MEMBERS::contains)) {
      throw new IllegalArgumentException("a fault has no other members than " + MEMBERS);
    }
    return new TokenFault(
        delivery(json.path("fault")),
        json.path("status").asInt(503),
        json.hasNonNull("retryAfter") ? json.get("retryAfter").asText() : null,
        json.path("times").asInt(UNTIL_TOLD));
  }

  @Nullable TokenFault afterOneRequest() {
    if (times == UNTIL_TOLD) {
      return this;
    }
    return times == 1 ? null : times(times - 1);
  }

  private static Delivery delivery(JsonNode fault) {
    return switch (fault.asText()) {
      case "" -> Delivery.WHOLE;
      case "reset" -> Delivery.RESET;
      case "hang" -> Delivery.HANG;
      case "drip" -> Delivery.DRIP;
      default -> throw new IllegalArgumentException("fault is reset, hang or drip");
    };
  }

  private static TokenFault delivering(Delivery delivery) {
    return new TokenFault(delivery, 503, null, UNTIL_TOLD);
  }
}
