package io.mpoauth2.client.endpoint.transport;

import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.ANSWERED_IN_TIME;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.PASSED_ON;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.REACHED;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.TRUSTED;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.UNDERSTOOD;

import io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * What an exception of the JDK means, without words that may be somebody else's: of the rows the
 * first that fits counts.
 *
 * @param fits whether it is this one
 * @param missing what there was not
 * @param detail what there was instead
 */
record Diagnosis(Predicate<Throwable> fits, Missing missing, Function<Throwable, String> detail) {
  /** The JDK has no other way to tell that it was a proxy, and quotes its whole status line. */
  private static final Pattern NO_TUNNEL =
      Pattern.compile("Unable to tunnel through proxy\\. Proxy returns \"(HTTP/1\\.\\d (\\d{3}))?");

  private static List<Diagnosis> rows() {
    return List.of(
        new Diagnosis(e -> tunnel(e).lookingAt(), PASSED_ON, Diagnosis::statusOfProxy),
        of(SocketTimeoutException.class, ANSWERED_IN_TIME, e -> ""),
        of(ConnectException.class, REACHED, e -> e.getClass().getSimpleName()),
        of(NoRouteToHostException.class, REACHED, e -> e.getClass().getSimpleName()),
        of(UnknownHostException.class, REACHED, e -> e.getClass().getSimpleName()),
        of(SSLException.class, TRUSTED, Throwable::toString),
        new Diagnosis(
            e -> words(e).equals("Invalid Http response"), UNDERSTOOD, e -> "no HTTP/1.1 answer"),
        // The operating system's words: "Connection reset".
        of(SocketException.class, UNDERSTOOD, Throwable::toString),
        of(Throwable.class, UNDERSTOOD, e -> e.getClass().getName()));
  }

  private static Diagnosis of(
      Class<? extends Throwable> type, Missing missing, Function<Throwable, String> detail) {
    return new Diagnosis(type::isInstance, missing, detail);
  }

  static NoAnswerException of(Throwable failure) {
    return rows().stream()
        .filter(row -> row.fits.test(failure))
        .findFirst()
        .map(row -> new NoAnswerException(row.missing, row.detail.apply(failure)))
        .orElseThrow();
  }

  private static String words(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }

  private static Matcher tunnel(Throwable failure) {
    return NO_TUNNEL.matcher(words(failure));
  }

  private static String statusOfProxy(Throwable failure) {
    Matcher tunnel = tunnel(failure);
    String status = tunnel.lookingAt() ? tunnel.group(2) : null;
    return status == null ? "with no HTTP/1.1" : status;
  }
}
