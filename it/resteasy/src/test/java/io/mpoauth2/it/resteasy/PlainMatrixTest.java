package io.mpoauth2.it.resteasy;

import io.mpoauth2.it.core.ClassPathRows;
import io.mpoauth2.it.core.SameRequestFeatures;
import jakarta.ws.rs.client.WebTarget;
import org.jboss.resteasy.client.jaxrs.ResteasyWebTarget;

/** RESTEasy's plain clients over its own engine, which blocks. */
class PlainMatrixTest extends SameRequestFeatures implements ClassPathRows {
  @Override
  public WebTarget inChunks(WebTarget target) {
    ((ResteasyWebTarget) target).setChunked(true);
    return target;
  }
}
