package com.example;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "orders")
@OAuth2Client("orders")
@Path("/orders")
public interface OrdersApi {
  @GET
  @Path("{id}")
  String order(@PathParam("id") String id);
}
