package io.mpoauth2.sandbox;

import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/** Reads a request to its end, asks the controls or the service, and has the answer delivered. */
final class JettyFront extends Handler.Abstract {
  private static final int LARGEST_BODY = 64 << 20;

  private final Endpoint controls;
  private final Supplier<Service> service;
  private final Runnable stop;
  private final Unanswered unanswered;

  JettyFront(Endpoint controls, Supplier<Service> service, Runnable stop, Unanswered unanswered) {
    this.controls = controls;
    this.service = service;
    this.stop = stop;
    this.unanswered = unanswered;
  }

  @Override
  public boolean handle(Request request, Response response, Callback end) {
    Callback callback = unanswered.until(end, request.getMethod() + ' ' + request.getHttpURI());
    Content.Source.asByteArrayAsync(
        request,
        LARGEST_BODY,
        Promise.Invocable.from(
            InvocationType.BLOCKING,
            body -> answer(new Call(request, body, Map.of()), response, callback),
            callback::failed));
    return true;
  }

  private void answer(Call call, Response response, Callback callback) {
    try {
      boolean control = call.path().startsWith(Controls.PATH);
      Answer answer = control ? controls.answer(call) : service.get().answer(call);
      boolean last = call.path().equals(Controls.STOP) && answer.status() == 204;
      Callback done = last ? Callback.from(callback, stop) : callback;
      new AnswerDelivery(call.request(), response, done).deliver(answer);
    } catch (RuntimeException e) {
      // A fault of the sandbox itself: without this the client would wait for ever.
      callback.failed(e);
    }
  }
}
