package io.mpoauth2.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Size and SHA-256 of a body as it was received: two bodies can be compared without keeping them.
 */
record BodyDigest(int size, String sha256) {

  static BodyDigest of(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return new BodyDigest(body.length, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  ObjectNode addTo(ObjectNode json) {
    return json.put("size", size).put("sha256", sha256);
  }
}
