package io.mpoauth2.client.config;

import io.mpoauth2.client.token.TokenSource;
import java.util.List;

/**
 * The settings of a client cannot be used. Lists every problem at once, names each property, and
 * shows no value of a secret. Thrown when a REST client is built, or by the first call of an
 * injected {@code TokenProvider}.
 */
public final class InvalidSettingsException extends TokenSource.SettingsProblem {
  private static final long serialVersionUID = 1L;

  private final String client;
  private final String[] problems;

  InvalidSettingsException(String client, List<String> problems) {
    this(client, problems, "");
  }

  InvalidSettingsException(String client, List<String> problems, String remark) {
    super(
        "OAuth2 client '"
            + client.replaceAll("[^\\x20-\\x7E]", "?")
            + "': "
            + (problems.size() == 1 ? "a problem" : problems.size() + " problems")
            + " in the settings: "
            + String.join("; ", problems)
            + (remark.isEmpty() ? "" : ". " + remark));
    this.client = client;
    this.problems = problems.toArray(new String[0]);
  }

  /**
   * Gives an exception with what somebody else found, or with the problems of several clients.
   *
   * @param client the client's name; of several, separated by a comma and a space
   * @param problems one or more sentences, each with the name of a property or a place, and without
   *     any secret
   * @return the exception
   */
  public static InvalidSettingsException of(String client, List<String> problems) {
    return new InvalidSettingsException(client, problems);
  }

  /**
   * Gives whose settings they are.
   *
   * @return the client's name; of several, separated by a comma and a space
   */
  public String client() {
    return client;
  }

  /**
   * Gives the problems.
   *
   * @return one or more sentences, each with the name of a property
   */
  public List<String> problems() {
    return List.of(problems);
  }
}
