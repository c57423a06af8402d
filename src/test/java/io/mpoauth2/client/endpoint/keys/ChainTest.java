package io.mpoauth2.client.endpoint.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mpoauth2.client.testing.Keys;
import io.mpoauth2.client.testing.Subject;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A key's own certificate first, then that of whom has signed it, and so on. */
class ChainTest {
  private static final KeyPair EC = Keys.named("P-256");
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

  private final Subject root = Subject.named("root", Keys.named("P-256"));
  private final Subject middle = Subject.named("middle", Keys.named("P-256"));
  private final Subject own = Subject.named("own", EC);

  @Test
  void it_has_an_order_whatever_the_files() throws Exception {
    List<X509Certificate> chain =
        List.of(middle.certifies(own), root.certifies(middle), root.certifies(root));
    List<X509Certificate> reversed = new ArrayList<>(chain);
    Collections.reverse(reversed);

    assertThat(chain(chain)).isEqualTo(chain);
    assertThat(chain(reversed)).isEqualTo(chain);
  }

  @Test
  void a_certificate_of_the_issuers_name_that_did_not_sign_is_not_in_it() throws Exception {
    Subject namesake = Subject.named("root", Keys.named("P-256"));
    Subject ofAnotherKind = Subject.named("root", Keys.named("Ed25519"));
    X509Certificate certificate = root.certifies(own);
    X509Certificate issuer = root.certifies(root);

    assertThat(
            chain(
                List.of(
                    ofAnotherKind.certifies(ofAnotherKind),
                    namesake.certifies(namesake),
                    certificate,
                    issuer)))
        .containsExactly(certificate, issuer);
  }

  @Test
  void a_certificate_of_the_issuers_key_has_its_name_as_well_to_be_in_it() throws Exception {
    Subject renamed = Subject.named("root of old", root.keys());
    X509Certificate certificate = root.certifies(own);
    X509Certificate issuer = root.certifies(root);

    assertThat(chain(List.of(renamed.certifies(renamed), certificate, issuer)))
        .containsExactly(certificate, issuer);
    assertThat(chain(List.of(renamed.certifies(renamed), certificate)))
        .containsExactly(certificate);
  }

  @Test
  void of_two_certificates_of_the_issuer_the_one_that_is_valid_counts() throws Exception {
    X509Certificate certificate = middle.certifies(own);
    X509Certificate valid = root.certifies(middle);

    assertThat(chain(List.of(root.certifies(middle, LONG_AGO), valid, certificate)))
        .containsExactly(certificate, valid);
  }

  /** Else whoever renews a self-signed certificate would send the old one behind the new. */
  @Test
  void a_certificate_that_is_signed_by_itself_ends_it() throws Exception {
    X509Certificate certificate = own.certifies(own);

    assertThat(chain(List.of(own.certifies(own, LONG_AGO), certificate)))
        .containsExactly(certificate);
  }

  @Test
  void an_authority_that_kept_its_key_under_another_name_does_not_end_it() throws Exception {
    Subject renamed = Subject.named("root of late", root.keys());
    X509Certificate certificate = renamed.certifies(own);
    X509Certificate again = root.certifies(renamed);
    X509Certificate across = middle.certifies(root);

    assertThat(chain(List.of(across, again, certificate)))
        .containsExactly(certificate, again, across);
  }

  @Test
  void a_circle_of_two_that_certify_each_other_is_gone_round_once() throws Exception {
    X509Certificate certificate = middle.certifies(own);
    X509Certificate there = root.certifies(middle);
    X509Certificate back = middle.certifies(root);

    assertThat(chain(List.of(back, there, certificate))).containsExactly(certificate, there, back);
  }

  @Test
  void the_certificate_of_another_kind_of_key_is_not_the_keys_own() throws Exception {
    Subject other = Subject.named("own", Keys.named("RSA"));
    X509Certificate certificate = root.certifies(own);

    assertThat(chain(List.of(root.certifies(other), certificate))).containsExactly(certificate);
    assertThatExceptionOfType(UnusableKeyException.class)
        .isThrownBy(() -> chain(List.of(root.certifies(other))))
        .withMessageContaining("do not match");
  }

  @Test
  void an_rsassa_pss_key_for_a_hash_of_its_own_has_its_certificate() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSASSA-PSS");
    generator.initialize(
        new RSAKeyGenParameterSpec(
            2048,
            RSAKeyGenParameterSpec.F4,
            new PSSParameterSpec(
                "SHA-384",
                "MGF1",
                MGF1ParameterSpec.SHA384,
                48,
                PSSParameterSpec.TRAILER_FIELD_BC)));
    KeyPair pair = generator.generateKeyPair();
    X509Certificate certificate = root.certifies(Subject.named("own", pair));

    assertThat(Chain.of(pair.getPrivate(), List.of(certificate)).chain())
        .containsExactly(certificate);
  }

  private static List<X509Certificate> chain(List<X509Certificate> certificates)
      throws UnusableKeyException {
    return Chain.of(EC.getPrivate(), certificates).chain();
  }
}
