package com.example;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@RequestScoped
@Path("/shop")
public class ShopResource {
  @Inject @RestClient OrdersApi orders;

  @GET
  @Path("{id}")
  @Produces("application/json")
  public String order(@PathParam("id") String id) {
    return orders.order(id);
  }
}
