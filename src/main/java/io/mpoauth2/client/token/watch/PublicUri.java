package io.mpoauth2.client.token.watch;

import java.net.URI;

/** What may be shown of an address: a query, a fragment and user information may be credentials. */
public final class PublicUri {
  private PublicUri() {}

  /**
   * Gives an address without what may be one.
   *
   * @param uri any address
   * @return scheme, host, port and path
   */
  public static URI of(URI uri) {
    if (uri.isOpaque() || uri.getRawAuthority() == null) {
      return URI.create(uri.getScheme() == null ? "" : uri.getScheme() + ":/");
    }
    String authority = uri.getRawAuthority();
    return URI.create(
        uri.getScheme()
            + "://"
            + authority.substring(authority.lastIndexOf('@') + 1)
            + uri.getRawPath());
  }
}
