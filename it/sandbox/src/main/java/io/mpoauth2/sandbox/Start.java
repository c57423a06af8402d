package io.mpoauth2.sandbox;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the program is told on its command line.
 *
 * @param port 0 for a free one
 * @param client the one that is known
 * @param isDetached whether it runs on when standard input ends
 */
record Start(int port, RegisteredClient client, boolean isDetached) {
  static final String USAGE =
      """
      Usage: java -jar mp-oauth2-client-sandbox.jar [port] [option ...]

        port               on 127.0.0.1; 0 or none: a free one
        --client <id>      the client's id, sandbox-client by default
        --secret <secret>  its secret, sandbox-secret by default
        --scopes <scopes>  what it is granted: "a b", or any for whatever it asks for;
                           by default the scopes of Signicat's page
        --detached         runs on when standard input ends
        --help             this
      """;

  private static final String CLIENT = "--client";
  private static final String SECRET = "--secret";
  private static final String SCOPES = "--scopes";
  private static final String DETACHED = "--detached";
  private static final String PORT = "the port";
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads the words of a command line.
   *
   * @throws IllegalArgumentException when one means nothing, or not what it should; says which
   */
  static Start from(String... words) {
    Map<String, String> told = new HashMap<>();
    Iterator<String> rest = Arrays.asList(words).iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      boolean isFirst =
          switch (word) {
            case CLIENT, SECRET, SCOPES -> told.put(word, next(word, rest)) == null;
            case DETACHED -> told.put(word, "") == null;
            default -> told.put(PORT, String.valueOf(port(word))) == null;
          };
      if (!isFirst) {
        throw new IllegalArgumentException("once too often: " + word);
      }
    }
    int port = Integer.parseInt(told.getOrDefault(PORT, "0"));
    return new Start(port, client(told), told.containsKey(DETACHED));
  }

  private static String next(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " wants a value");
    }
    return rest.next();
  }

  private static int port(String word) {
    try {
      int port = Integer.parseInt(word);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException noNumber) {
      // Told below, as a number that is none of a port.
    }
    throw new IllegalArgumentException("neither a port nor an option: " + word);
  }

  private static RegisteredClient client(Map<String, String> told) {
    String id = told.getOrDefault(CLIENT, Sandbox.DEFAULT_CLIENT_ID);
    String secret = told.getOrDefault(SECRET, Sandbox.DEFAULT_CLIENT_SECRET);
    String scopes = told.get(SCOPES);
    boolean isAny = "any".equals(scopes);
    Set<String> granted =
        scopes == null || isAny ? Sandbox.SCOPES : new LinkedHashSet<>(List.of(scopes.split(" ")));
    return new RegisteredClient(id, secret, granted, isAny);
  }
}
