package io.mpoauth2.client.endpoint.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.keys.ClientCertificate;
import io.mpoauth2.client.testing.Identity;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneClientCertificateTest {
  private final Identity identity = Identity.selfSigned("EC");
  private final OneClientCertificate shown =
      new OneClientCertificate(
          new ClientCertificate(identity.key(), List.of(identity.certificate())));

  OneClientCertificateTest() throws GeneralSecurityException, IOException {}

  /** The older name tells what the issuer has signed with, too. */
  @ParameterizedTest
  @ValueSource(strings = {"EC", "EC_RSA"})
  void it_is_shown_to_who_takes_its_kind_of_key(String keyType) {
    String alias =
        Objects.requireNonNull(shown.chooseClientAlias(new String[] {"RSA", keyType}, null, null));

    assertThat(shown.getClientAliases(keyType, null)).containsExactly(alias);
    assertThat(alias).isNotEmpty();
    assertThat(shown.getPrivateKey(alias)).isSameAs(identity.key());
    assertThat(shown.getCertificateChain(alias)).containsExactly(identity.certificate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "ECX"})
  void it_is_not_shown_to_who_takes_other_kinds(String keyType) {
    assertThat(shown.chooseClientAlias(new String[] {keyType}, null, null)).isNull();
    assertThat(shown.getClientAliases(keyType, null)).isNull();
  }

  @Test
  void it_is_no_servers() {
    assertThat(shown.chooseServerAlias("EC", null, null)).isNull();
    assertThat(shown.getServerAliases("EC", null)).isNull();
  }
}
