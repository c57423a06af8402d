package io.mpoauth2.it.retry;

/** What is sent and answered as JSON; with fields and accessors, for whichever library maps it. */
public class Item {
  static final String JSON = "{\"count\":7,\"title\":\"Größe\"}";

  private String title = "";
  private int count;

  static Item sample() {
    Item item = new Item();
    item.setTitle("Größe");
    item.setCount(7);
    return item;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public int getCount() {
    return count;
  }

  public void setCount(int count) {
    this.count = count;
  }

  boolean isSample() {
    return title.equals("Größe") && count == 7;
  }
}
