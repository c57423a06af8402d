package io.mpoauth2.client.endpoint.transport;

import io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** What an exception of the JDK means, without words that may be somebody else's. */
final class Diagnosis {
  /** The JDK has no other way to tell that it was a proxy, and quotes its whole status line. */
  private static final Pattern NO_TUNNEL =
      Pattern.compile("Unable to tunnel through proxy\\. Proxy returns \"(HTTP/1\\.\\d (\\d{3}))?");

  private Diagnosis() {}

  static NoAnswerException of(Throwable failure) {
    String words = String.valueOf(failure.getMessage());
    Matcher noTunnel = NO_TUNNEL.matcher(words);
    if (noTunnel.lookingAt()) {
      String status = noTunnel.group(2);
      return new NoAnswerException(Missing.PASSED_ON, status == null ? "with no HTTP/1.1" : status);
    }
    if (failure instanceof SocketTimeoutException) {
      return new NoAnswerException(Missing.ANSWERED_IN_TIME, "");
    }
    if (failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException) {
      return new NoAnswerException(Missing.REACHED, failure.getClass().getSimpleName());
    }
    if (failure instanceof SSLException) {
      return new NoAnswerException(Missing.TRUSTED, failure.toString());
    }
    if (words.equals("Invalid Http response")) {
      return new NoAnswerException(Missing.UNDERSTOOD, "no HTTP/1.1 answer");
    }
    // The operating system's words: "Connection reset".
    return new NoAnswerException(
        Missing.UNDERSTOOD,
        failure instanceof SocketException ? failure.toString() : failure.getClass().getName());
  }
}
