package io.mpoauth2.client.testing;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The authenticator of this JVM, with one answer for whoever asks, until closed. */
public final class FixedLogin extends Authenticator implements AutoCloseable {
  private final @Nullable Authenticator before = Authenticator.getDefault();
  private final List<RequestorType> asked = new CopyOnWriteArrayList<>();

  public static FixedLogin isSet() {
    FixedLogin login = new FixedLogin();
    Authenticator.setDefault(login);
    return login;
  }

  /** Gives for whom it was asked, in this order. */
  public List<RequestorType> asked() {
    return asked;
  }

  @Override
  protected PasswordAuthentication getPasswordAuthentication() {
    asked.add(getRequestorType());
    return new PasswordAuthentication("jvm-user", "jvm-s3cr3t".toCharArray());
  }

  @Override
  public void close() {
    Authenticator.setDefault(before);
  }
}
