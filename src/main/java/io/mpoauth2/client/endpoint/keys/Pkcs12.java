package io.mpoauth2.client.endpoint.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The entries of a PKCS#12 file. */
final class Pkcs12 {
  private static final int MOST_TOLD = 20;
  private static final String TO_PEM =
      "; convert it: openssl pkcs12 -in <this file> -out <new file>";

  private final KeyStore store;
  private final Password password;

  private Pkcs12(KeyStore store, Password password) {
    this.store = store;
    this.password = password;
  }

  static Pkcs12 of(byte[] content, Password password) throws UnusableKeyException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), password.characters());
      return new Pkcs12(store, password);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      if (e.getCause() instanceof UnrecoverableKeyException) {
        throw new UnusableKeyException(ofAnotherPassword(password));
      }
      throw new UnusableKeyException(
          "is PKCS#12 that is damaged, or encrypted in a way that this JDK does not know" + TO_PEM);
    }
  }

  private static String ofAnotherPassword(Password password) {
    if (password.isMissing()) {
      return "is PKCS#12 with a password; set " + password.property();
    }
    return "is PKCS#12 with another password than "
        + password.property()
        + (password.isAscii()
            ? ""
            : ", which has letters beyond ASCII that the JDK takes in no PKCS#12" + TO_PEM);
  }

  /**
   * Gives the certificates that are trusted: as the JDK has it, those without a key, and the own
   * ones of keys.
   */
  Set<X509Certificate> trusted() throws UnusableKeyException {
    Set<X509Certificate> trusted = new LinkedHashSet<>();
    try {
      for (String alias : aliases()) {
        if (store.getCertificate(alias) instanceof X509Certificate certificate) {
          trusted.add(certificate);
        }
      }
    } catch (GeneralSecurityException e) {
      throw damaged();
    }
    if (trusted.isEmpty()) {
      throw new UnusableKeyException(
          "is PKCS#12 without a certificate that is marked as trusted, which openssl does not do by"
              + " itself; convert it: openssl pkcs12 -nokeys -in <this file> -out <new file>");
    }
    return trusted;
  }

  /**
   * Gives a key with its chain.
   *
   * @param alias which; empty for the only one
   */
  ClientCertificate keyOf(String alias) throws UnusableKeyException {
    try {
      String found = alias(alias);
      Key key = store.getKey(found, password.characters());
      Certificate[] chain = store.getCertificateChain(found);
      if (!(key instanceof PrivateKey privateKey) || chain == null) {
        throw new UnusableKeyException(
            "is PKCS#12 whose entry \"" + shown(found) + "\" is no private key with a certificate");
      }
      List<X509Certificate> certificates = new ArrayList<>();
      for (Certificate certificate : chain) {
        if (certificate instanceof X509Certificate x509) {
          certificates.add(x509);
        }
      }
      return Chain.of(privateKey, certificates);
    } catch (UnrecoverableKeyException e) {
      throw new UnusableKeyException(
          "is PKCS#12 with a private key that "
              + password.property()
              + " does not decrypt, or that is encrypted in a way that this JDK does not know"
              + TO_PEM);
    } catch (GeneralSecurityException e) {
      throw damaged();
    }
  }

  private String alias(String wanted) throws GeneralSecurityException, UnusableKeyException {
    Set<String> ofKeys = aliases(KeyStore.PrivateKeyEntry.class);
    if (ofKeys.isEmpty()) {
      Set<String> certificates = aliases(KeyStore.TrustedCertificateEntry.class);
      throw new UnusableKeyException(
          "is PKCS#12 without a private key"
              + (certificates.isEmpty()
                  ? " or certificate, or with ones in clear text, which the JDK does not read"
                      + TO_PEM
                  : ": it has " + count(certificates, "certificate")));
    }
    if (wanted.isEmpty() && ofKeys.size() == 1) {
      return ofKeys.iterator().next();
    }
    if (wanted.isEmpty()) {
      throw new UnusableKeyException(
          "has " + count(ofKeys, "private key") + "; name one with key-alias: " + shown(ofKeys));
    }
    // The JDK compares without case, where it compares.
    return ofKeys.stream()
        .filter(wanted::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableKeyException(
                    "has no private key of the name \""
                        + shown(wanted)
                        + "\" (key-alias), but "
                        + count(ofKeys, "private key")
                        + ": "
                        + shown(ofKeys)));
  }

  private Set<String> aliases(Class<? extends KeyStore.Entry> kind)
      throws GeneralSecurityException {
    Set<String> found = new TreeSet<>();
    for (String alias : aliases()) {
      if (store.entryInstanceOf(alias, kind)) {
        found.add(alias);
      }
    }
    return found;
  }

  private Set<String> aliases() throws GeneralSecurityException {
    return new TreeSet<>(Collections.list(store.aliases()));
  }

  private static String count(Set<String> entries, String what) {
    return entries.size() + " " + what + (entries.size() == 1 ? "" : "s");
  }

  private static String shown(Set<String> aliases) {
    List<String> some = aliases.stream().limit(MOST_TOLD).map(Pkcs12::shown).toList();
    return String.join(", ", some) + (aliases.size() > MOST_TOLD ? ", …" : "");
  }

  private static String shown(String alias) {
    return alias.replaceAll("[^\\x20-\\x7E]", "?").substring(0, Math.min(alias.length(), 100));
  }

  private static UnusableKeyException damaged() {
    return new UnusableKeyException("is PKCS#12 that is damaged");
  }
}
