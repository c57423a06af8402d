package io.mpoauth2.client.endpoint.keys;

import io.mpoauth2.client.endpoint.authentication.Secret;

/**
 * What a file of keys is encrypted with.
 *
 * @param property where it is configured, or would be, for messages
 * @param secret the password; empty if none is configured
 */
public record Password(String property, Secret secret) {

  boolean isMissing() {
    return secret.value().isEmpty();
  }

  boolean isAscii() {
    return secret.value().chars().allMatch(each -> each < 0x80);
  }

  char[] characters() {
    return secret.value().toCharArray();
  }
}
