package io.mpoauth2.client.endpoint.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.testing.Identity;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Pkcs12Test {
  private static final String PASSWORD = "changeit";

  @Test
  void its_entries_have_names_and_those_of_pem_have_none() throws Exception {
    Identity own = Identity.selfSigned();

    assertThat(KeyStoreFile.hasAliases(own.pkcs12(PASSWORD))).isTrue();
    assertThat(KeyStoreFile.hasAliases(own.keyPem().getBytes(US_ASCII))).isFalse();
  }

  @Test
  void twenty_names_of_keys_are_told_all() throws Exception {
    assertThat(problemOf(20))
        .isEqualTo("has 20 private keys; name one with key-alias: " + String.join(", ", names(20)));
  }

  @Test
  void of_more_than_twenty_names_twenty_are_told() throws Exception {
    assertThat(problemOf(21))
        .isEqualTo(
            "has 21 private keys; name one with key-alias: "
                + String.join(", ", names(20))
                + ", …");
  }

  private static String problemOf(int keys) throws Exception {
    Identity own = Identity.selfSigned();
    KeyStore store = Identity.emptyStore();
    for (String name : names(keys)) {
      own.addTo(store, name, PASSWORD);
    }
    Pkcs12 pkcs12 = Pkcs12.of(Identity.bytes(store, PASSWORD), new Password("p", PASSWORD));

    return String.valueOf(
        catchThrowableOfType(UnusableKeyException.class, () -> pkcs12.keyOf("")).getMessage());
  }

  private static List<String> names(int count) {
    return IntStream.range(10, 10 + count).mapToObj(number -> "key" + number).toList();
  }
}
