package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.endpoint.transport.HttpRequest;
import io.mpoauth2.client.endpoint.transport.NoAnswerException;

/**
 * What carries a token request: {@code UrlConnectionTransport}, which does not know its parent.
 * Follows no redirects, and answers no 401 by itself.
 */
@FunctionalInterface
interface Transport {

  /**
   * Sends a request on the calling thread, and gives the answer to it.
   *
   * @throws NoAnswerException if there is none that could be read
   * @throws InterruptedException if the thread was interrupted
   */
  HttpAnswer send(HttpRequest request) throws NoAnswerException, InterruptedException;
}
