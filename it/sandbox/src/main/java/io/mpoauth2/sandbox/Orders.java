package io.mpoauth2.sandbox;

/** An API of anybody's: orders, each of which is there, and one operation that is public. */
final class Orders {
  private static final String PATH = "/orders";

  private Orders() {}

  static void addTo(Routes routes, BearerGate gate) {
    routes
        .on("GET", PATH + "/{id}", gate.valid(call -> order(200, call.pathParameter("id"))))
        .on("POST", PATH, gate.valid(Orders::place))
        .on("GET", PATH + "/opening-hours", BearerGate.none(Orders::openingHours));
  }

  private static Answer place(Call call) {
    Posted.object(call);
    String id = Posted.newId("order");
    return order(201, id).header("Location", call.resolve(PATH + "/" + id));
  }

  private static Answer order(int status, String id) {
    return Answer.json(status, Json.object().put("id", id).put("status", "placed"));
  }

  private static Answer openingHours(Call call) {
    return Answer.json(200, Json.object().put("opens", "08:00").put("closes", "17:00"));
  }
}
