package com.example;

import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import java.net.URI;

public final class Shop {
  private Shop() {}

  public static void main(String[] arguments) {
    String url = ConfigProvider.getConfig().getValue("orders/mp-rest/url", String.class);
    OrdersApi orders = RestClientBuilder.newBuilder().baseUri(URI.create(url)).build(OrdersApi.class);
    System.out.println(orders.order(arguments[0]));
  }
}
