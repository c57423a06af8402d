package io.mpoauth2.it.cxf;

import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.feature.Feature;
import org.apache.cxf.interceptor.InterceptorProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Stands for what logs, unpacks or checks answers by an interceptor of CXF's own kind. */
final class Watching implements Feature {
  @Override
  public void initialize(InterceptorProvider provider, Bus bus) {
    provider.getInInterceptors().add(new Watcher());
  }

  @Override
  public void initialize(Server server, Bus bus) {}

  @Override
  public void initialize(Client client, Bus bus) {}

  @Override
  public void initialize(Bus bus) {}

  private static final class Watcher extends AbstractPhaseInterceptor<Message> {
    Watcher() {
      super(Phase.RECEIVE);
    }

    @Override
    public void handleMessage(Message message) {}
  }
}
