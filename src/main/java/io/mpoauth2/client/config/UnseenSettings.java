package io.mpoauth2.client.config;

import io.mpoauth2.client.token.operation.Nearest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A client of which nothing at all is configured: its settings stand under another name, it was
 * forgotten, or they are there and not to be seen on this thread, whose class loader is not the
 * application's.
 */
final class UnseenSettings {
  private final SettingsValues values;

  UnseenSettings(SettingsValues values) {
    this.values = values;
  }

  /** Adds to the problems, if there are any, what they may come from. */
  void tell() {
    if (values.names().isEmpty()
        && Arrays.stream(SettingsKey.values())
            .filter(key -> !key.isFamily())
            .noneMatch(values::isSet)) {
      otherName()
          .ifPresentOrElse(
              values::hint,
              () ->
                  values.remark(
                      "The configuration seen by this thread has none of this client's properties;"
                          + " if they are set, get the provider, or build the REST client, on a"
                          + " thread of the application"));
    }
  }

  private Optional<String> otherName() {
    Set<String> all = values.namesBelow("oauth2.client.");
    return nameless(all).or(() -> misspelt(all));
  }

  /** Gives one that stands where the client's name should. */
  private static Optional<String> nameless(Set<String> all) {
    return Arrays.stream(SettingsKey.values())
        .map(SettingsKey::property)
        .filter(all::contains)
        .findFirst()
        .map(
            property ->
                "oauth2.client."
                    + property
                    + " is set and belongs to no client: each has only what stands under its own"
                    + " name, oauth2.client.<name>."
                    + property);
  }

  private Optional<String> misspelt(Set<String> all) {
    Predicate<String> hasProperty = name -> name.indexOf('.') > 0;
    return Nearest.to(
            values.client(),
            all.stream()
                .filter(hasProperty)
                .map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toSet()))
        .map(near -> "oauth2.client." + near + ".* is set; is that the client that is meant?");
  }
}
